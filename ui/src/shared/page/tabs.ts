/** The parts of a room that stand side by side at its top. */
import type { Route, RouteName } from "../../routes";

export type Tab = {
  title: string;
  route: Route;
  /** Screens that are reached through this part. */
  inside?: readonly RouteName[];
};

export type TabRow = { label: string; tabs: readonly Tab[] };
export type Tabs = TabRow & { here: RouteName };
