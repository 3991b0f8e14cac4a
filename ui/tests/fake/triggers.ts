/** The events of the fake clinic. */
import type { TriggerRow } from "../../src/backend";
import { find, type Part } from "./core";
import type { Register } from "./people";

const TODAY = "2026-11-21";

export function trigger(staff: Register): Part<"trigger"> {
  const rows: TriggerRow[] = [seed()];
  const name = (number: string) =>
    find(staff.rows, ({ person }) => person.number === number).person.name;
  return {
    "trigger::list": () => ({ triggers: rows }),
    "trigger::open": (event) => {
      const number = `TR-00${rows.length + 1}`;
      const due = event.due ?? "2026-12-21";
      const row: TriggerRow = {
        trigger: { id: number, number, ...event, due },
        owner: name(event.owner),
        touches: event.touches.map(({ kind, id }) => `${kind} ${id}`),
        overdue: due < TODAY,
      };
      rows.unshift(row);
      return row;
    },
    "trigger::close": ({ number, outcome }) => {
      const row = find(rows, (one) => one.trigger.number === number);
      row.trigger.outcome = { text: outcome, by: "P-001", on: TODAY };
      row.overdue = false;
      return row;
    },
  };
}

function seed(): TriggerRow {
  return {
    trigger: {
      id: "TR-001",
      number: "TR-001",
      kind: "new_vendor",
      what: "The billing service moved its servers to another company.",
      on: "2026-09-30",
      touches: [{ kind: "vendor", id: "BA-002" }],
      owner: "P-001",
      due: "2026-10-30",
    },
    owner: "Dana Whitfield",
    touches: ["Vendor Billing service", "Risk R-0025 Vendor breach", "POL-11"],
    overdue: true,
  };
}
