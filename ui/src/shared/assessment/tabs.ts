/** The parts of the assessment that are worked on side by side. */
import type { TabRow } from "../page/tabs";

export const ASSESSMENT_TABS: TabRow = {
  label: "Parts of the assessment",
  tabs: [
    { title: "Guided path", route: { name: "assessment" }, inside: ["question"] },
    { title: "Inventory", route: { name: "inventory" }, inside: ["asset"] },
    { title: "Threats", route: { name: "threats" }, inside: ["threat"] },
  ],
};
