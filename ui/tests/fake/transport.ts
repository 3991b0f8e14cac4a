/** A small core in memory, for tests and for work on the screens; never part of a build. */
import type { DocumentRow } from "../../src/backend";
import { Failure } from "../../src/backend";
import type { Transport } from "../../src/backend/transport";
import { approval } from "./approval";
import { assessment, FakeAssessment } from "./assessment";
import { audit, seed } from "./audit";
import { backups } from "./backups";
import { find, type Core, type Part } from "./core";
import { paper, report as verified } from "./documents";
import { evidence } from "./evidence";
import { framework } from "./frameworks";
import { history } from "./history";
import { incident } from "./incidents";
import { FakeInventory, inventory } from "./inventory";
import { policy } from "./library";
import { organization } from "./organization";
import { Past } from "./past";
import { look } from "./phi";
import { PASSPHRASE, people, person } from "./people";
import { practice } from "./practices";
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
    ...practice(staff),
    ...framework(),
    ...incident(staff),
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
