/** The parts of the approval. */
import type { TabRow } from "../../shared/page/tabs";

export const APPROVAL_TABS: TabRow = {
  label: "Parts of the approval",
  tabs: [
    { title: "Approval", route: { name: "approval" } },
    { title: "What covers the rule", route: { name: "proof" } },
    { title: "Compared with last year", route: { name: "difference" } },
  ],
};
