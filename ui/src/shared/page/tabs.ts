/** The parts of a room that stand side by side at its top. */
import type { Route, RouteName } from "../../routes";

export type Tab = {
  title: string;
  route: Route;
  /** Whether it is open, where the parts share one screen. */
  current?: boolean;
  /** Screens that are reached through this part. */
  inside?: readonly RouteName[];
};

export type TabRow = { label: string; tabs: readonly Tab[] };
export type Tabs = TabRow & {
  /** The screen that is open; none where each tab says so itself. */
  here?: RouteName;
};
