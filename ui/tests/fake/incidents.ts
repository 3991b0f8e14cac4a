/** The incidents and drills of the fake clinic, with clocks simpler than the core's: hours alone. */
import type { Clock, Incident, IncidentDetail, IncidentRow } from "../../src/backend";
import { Failure } from "../../src/backend";
import { find, type Part } from "./core";
import type { Register } from "./people";

const TODAY = "2026-11-21";
const NOW = Date.parse("2026-11-21T15:00:00Z");
const HOUR = 3_600_000;

type Time = Pick<Clock, "timeframe" | "phase" | "role" | "action" | "trigger"> & { hours: number };
const TIMES: Time[] = [
  time("T-01", "identify", "On-call engineer", "triage the report", 1, "receipt"),
  time("T-02", "respond", "Incident Lead", "contain", 4, "declaration"),
  time("T-03", "address", "System Owner", "restore service", 72, "declaration"),
];
const EVENTS = ["receipt", "declaration"];
const POLICY = { number: "POL-11", title: "Security incident response", version: "1.1" };

export function incident(staff: Register): Part<"incident"> {
  const all: { incident: Incident; revision: number }[] = [{ incident: seed(), revision: 1 }];
  const named = (number: string) => find(all, ({ incident }) => incident.number === number);
  return {
    "incident::list": () => ({
      incidents: all.map(({ incident }) => rowOf(incident)),
      findings: [
        {
          policy: "POL-11",
          timeframe: "T-03",
          words: "POL-11 T-03 was missed in 2 of 2 incidents: ask whether the time can be kept.",
          missed: 2,
          kept: 0,
        },
      ],
      policies: [{ ...POLICY, events: EVENTS }],
    }),
    "incident::get": ({ number }) => detail(named(number)),
    "incident::open": ({ title, drill, severity, policy, event, at }) => {
      const number = `IN-${String(all.length + 1).padStart(3, "0")}`;
      const moments = event ? [{ event, at: at ?? new Date(NOW).toISOString() }] : [];
      const base = { id: number, number, title, drill, policy, version: "1.1" };
      const one = { ...base, ...(severity ? { severity } : {}), moments, done: [], not_needed: [] };
      all.unshift({ incident: one, revision: 1 });
      return detail(named(number));
    },
    "incident::save": ({ incident, based_on_revision }) => {
      const one = named(incident.number);
      if (one.revision !== based_on_revision) throw new Failure("conflict", "");
      if (one.incident.outcome) throw new Failure("frozen", "");
      one.incident = incident;
      one.revision += 1;
      return detail(one);
    },
    "incident::close": ({ number, outcome }) => {
      const one = named(number);
      const by = find(staff.rows, ({ person }) => person.login === staff.you).person.number;
      one.incident = { ...one.incident, outcome: { text: outcome, by, on: TODAY } };
      one.revision += 1;
      return detail(one);
    },
  };
}

function detail({ incident, revision }: { incident: Incident; revision: number }): IncidentDetail {
  const policy = `${POLICY.number} ${POLICY.title}, version ${incident.version}`;
  return { incident, policy, events: EVENTS, revision, clocks: clocks(incident) };
}

function clocks({ moments, done, not_needed }: Incident): Clock[] {
  return TIMES.map(({ hours, ...row }) => {
    const started = moments.find(({ event }) => event === row.trigger)?.at;
    const finished = done.find(({ timeframe }) => timeframe === row.timeframe)?.at;
    const left = not_needed.find(({ timeframe }) => timeframe === row.timeframe);
    const due = started && new Date(Date.parse(started) + hours * HOUR).toISOString();
    const state = left ? "not_needed" : stateOf(due, finished);
    const times = { started, due: due || undefined, done: finished };
    return {
      ...row,
      limit: `within ${hours} hours`,
      ...times,
      state,
      words: left ? `not needed: ${left.reason}` : WORDS[state],
    };
  });
}

const WORDS: Record<Clock["state"], string> = {
  not_started: "waits for its event",
  running: "runs",
  overdue: "past its limit",
  kept: "done in time",
  missed: "done too late",
  not_needed: "not needed this time",
  not_measurable: "cannot be measured",
};

function stateOf(due: string | undefined, finished: string | undefined): Clock["state"] {
  if (due === undefined) return "not_started";
  if (finished !== undefined) return finished <= due ? "kept" : "missed";
  return Date.parse(due) < NOW ? "overdue" : "running";
}

function rowOf(one: Incident): IncidentRow {
  const all = clocks(one);
  const count = (state: Clock["state"]) => all.filter((clock) => clock.state === state).length;
  return {
    number: one.number,
    title: one.title,
    drill: one.drill,
    open: one.outcome === undefined,
    severity: one.severity ?? null,
    began: one.moments[0]?.at ?? null,
    kept: count("kept"),
    missed: count("missed"),
    running: count("running"),
    overdue: count("overdue"),
  };
}

function seed(): Incident {
  return {
    id: "IN-001",
    number: "IN-001",
    title: "Phishing mail opened at the front desk",
    drill: false,
    severity: "2",
    policy: "POL-11",
    version: "1.1",
    moments: [{ event: "receipt", at: "2026-11-21T09:00:00Z" }],
    done: [],
    not_needed: [],
  };
}

function time(
  timeframe: string,
  phase: Clock["phase"],
  role: string,
  action: string,
  hours: number,
  trigger: string,
): Time {
  return { timeframe, phase, role, action, hours, trigger };
}
