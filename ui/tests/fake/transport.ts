/** A small core in memory, for tests and for work on the screens; never part of a build. */
import type { DocumentRow, PracticeRow, ResultState } from "../../src/backend";
import { Failure } from "../../src/backend";
import type { Transport } from "../../src/backend/transport";
import { approval } from "./approval";
import { assessment, FakeAssessment } from "./assessment";
import { audit, seed } from "./audit";
import { backups } from "./backups";
import { check } from "./check";
import { find, type Core, type Part } from "./core";
import { paper, report as verified } from "./documents";
import { evidence } from "./evidence";
import { history } from "./history";
import { FakeInventory, inventory } from "./inventory";
import { policy } from "./library";
import { organization } from "./organization";
import { Past } from "./past";
import { look } from "./phi";
import { PASSPHRASE, people, person } from "./people";
import { risk } from "./register";
import { report } from "./reports";
import { retention } from "./retention";
import { risks } from "./risks";
import { threat } from "./threats";
import { safeguard } from "./safeguards";
import { trigger } from "./triggers";
import { FakeSession, workspace, type Options } from "./workspace";

/** Commands that need no open workspace. */
const OPENERS: ReadonlySet<string> = new Set(
  ["recent", "sample", "new", "open", "current", "close", "lock", "recover"].map(
    (verb) => `workspace::${verb}`,
  ),
);

export function fake(options: Options = {}): Transport {
  const register = risks();
  const past = new Past();
  seed(past);
  const staff = people();
  const session = new FakeSession(staff);
  const work = new FakeAssessment(!options.noAssessment);
  const assets = new FakeInventory(staff, work, options.moreAssets ?? 0);
  const worked = assessment(work, past);
  const core: Core = {
    ...workspace(session, staff, register, options),
    ...person(staff),
    ...backups(),
    ...risk(register, past),
    ...policy(past, staff),
    ...practice(),
    ...documents(),
    ...evidence(past),
    ...retention(),
    ...organization(staff, past),
    ...worked,
    ...approval(worked["assessment::get"], staff, options),
    ...safeguard(),
    ...trigger(staff),
    ...report(),
    ...inventory(assets, past),
    ...threat(work, past),
    ...audit(past),
    ...history(register, past),
    "phi::look": ({ text }) => look(text),
  };
  return {
    async send(command, request) {
      const act = core[command as keyof Core] as ((request: unknown) => unknown) | undefined;
      if (act === undefined) throw new Failure("unknown_command", command);
      if (!OPENERS.has(command)) session.need();
      // As through a real transport: what the screens hold is never what the core holds.
      return structuredClone(act(structuredClone(request)));
    },
  };
}

function practice(): Part<"practice"> {
  const judged = new Map<string, { met: boolean; reason: string }>();
  const checked = (number: string, on?: string) => {
    const result = check(number, on);
    for (const one of result.criteria) {
      const judgement = judged.get(one.id);
      if (judgement === undefined) continue;
      one.result = judgement.met ? "met" : "not_met";
      one.fix = null;
      one.judgement = { criterion: one.id, by: "P-001", on: "2026-11-21", ...judgement };
    }
    return result;
  };
  return {
    "practice::list": () => ({ on: "2026-11-21", practices: practiceRows() }),
    "practice::check": ({ number, on }) => checked(number, on),
    "practice::judge": ({ number, criterion, met, reason }) => {
      judged.set(criterion, { met, reason });
      return checked(number);
    },
  };
}

function practiceRows(): PracticeRow[] {
  type Seed = [string, string, string, ResultState, number, number];
  const seeds: Seed[] = [
    ["PR-0001", "Second factor for portal sign-in", "POL-10 version 1.1", "in_review", 0, 1],
    ["PR-0002", "Suspend an API client after abuse", "POL-25 version 1.1", "not_supported", 1, 1],
    ["PR-0003", "Hold one export during a dispute", "Case determination", "supported", 0, 0],
  ];
  return seeds.map(([number, title, rests_on, conclusion, not_met, needs_judgement]) => ({
    number,
    title,
    description:
      "A client that reads beyond its grant is stopped until the cause is mended; the stop is reviewed after 5 business days.",
    state: "active",
    rests_on,
    conclusion,
    words: "",
    not_met,
    needs_judgement,
  }));
}

function documents(): Part<"document"> {
  const files: DocumentRow[] = [paper("D-0001", "POL-25", "1.1", true)];
  const named = (number: string) => find(files, (one) => one.number === number);
  return {
    "document::list": () => ({ documents: files }),
    "document::write": ({ policy, version }) => {
      const row = paper(`D-000${files.length + 1}`, policy, version ?? "1.0", false);
      files.unshift(row);
      return row;
    },
    "document::sign": ({ number, field, login, passphrase }) => {
      if (passphrase !== PASSPHRASE) throw new Failure("wrong_passphrase", "");
      const place = find(named(number).places, (one) => one.field === field);
      if (place.login !== login) throw new Failure("forbidden", "");
      place.signed = true;
      return { document: named(number), report: verified(named(number)) };
    },
    "document::verify": ({ number }) => verified(named(number)),
  };
}
