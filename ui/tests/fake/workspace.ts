/** The fake's workspace: opening, locking, creating, recovering, its settings and its place. */
import type { Locked, Opened, PersonRow, RiskDetail, Settings } from "../../src/backend";
import { Failure } from "../../src/backend";
import type { Part } from "./core";
import { home } from "./home";
import { PASSPHRASE, recoveryKey, type Register } from "./people";

const PATH = "/home/dana/lakeside.riskwright";
const ORGANIZATION = "Lakeside Family Clinic";
/** Wrong passphrases before the core asks to wait. */
const TRIES = 3;

/** What else the screens may show, for work on them: `?place=bad`, `?assessment=none`, `?assets=2000`. */
export type Options = {
  badPlace?: boolean;
  noAssessment?: boolean;
  moreAssets?: number;
  complete?: boolean;
  alone?: boolean;
  manyRisks?: number;
};

export class FakeSession {
  opened: Opened | null = null;
  locked: Locked | null = null;
  #wrong = 0;
  #organization = ORGANIZATION;

  constructor(
    private readonly register: Register,
    private readonly path = PATH,
  ) {}

  open(login: string, passphrase: string): Opened {
    const row = this.#row(login);
    if (row === undefined || this.register.passphrases.get(login) !== passphrase) this.#refuse();
    return this.#begin(row as PersonRow);
  }

  recover(login: string, passphrase: string): Opened {
    const row = this.#row(login);
    if (row === undefined) throw new Failure("not_found", "");
    this.register.passphrases.set(login, passphrase);
    return this.#begin(row);
  }

  create(organization: string, name: string, login: string, passphrase: string): void {
    const [row] = this.register.rows;
    if (row === undefined) return;
    this.#organization = organization;
    Object.assign(row.person, { name, login });
    this.register.passphrases.set(login, passphrase);
  }

  lock(): void {
    if (this.opened === null) return;
    const { path, organization, person } = this.opened;
    const { login = "", name } = person;
    this.locked = { path, organization, login, name, at: new Date().toISOString() };
    this.opened = null;
  }

  close(): void {
    this.opened = null;
    this.locked = null;
  }

  /** As the core does before every command that needs a workspace. */
  need(): void {
    if (this.locked !== null) throw new Failure("locked", "");
  }

  #row(login: string): PersonRow | undefined {
    return this.register.rows.find(({ person }) => person.login === login);
  }

  #begin({ person }: PersonRow): Opened {
    this.#wrong = 0;
    this.locked = null;
    this.register.you = person.login ?? "";
    this.opened = { path: this.path, organization: this.#organization, person };
    return this.opened;
  }

  #refuse(): never {
    this.#wrong += 1;
    if (this.#wrong >= TRIES) throw new Failure("too_many_tries", "", "Wait 30 seconds.");
    throw new Failure("wrong_passphrase", "");
  }
}

export function workspace(
  session: FakeSession,
  register: Register,
  risks: RiskDetail[],
  { badPlace = false }: Options,
): Part<"workspace"> {
  let settings: Settings = { idle_lock_minutes: 15, daily_backup: true };
  let revision = 1;
  return {
    "workspace::recent": () => ({
      workspaces: [{ path: PATH, name: ORGANIZATION, opened_at: "2026-11-20T16:40:00Z" }],
    }),
    "workspace::sample": () => ({
      path: PATH,
      passphrase: PASSPHRASE,
      people: register.rows
        .slice(0, 2)
        .map(({ person: { login = "", name, title } }) => ({ login, name, title })),
    }),
    "workspace::current": () => ({ opened: session.opened, locked: session.locked }),
    "workspace::open": ({ login, passphrase }) => session.open(login, passphrase),
    "workspace::new": ({ path, organization, name, login, passphrase }) => {
      if (path.includes("taken")) throw new Failure("exists", "");
      session.create(organization, name, login, passphrase);
      return { path, recovery_key: recoveryKey("K") };
    },
    "workspace::recover": ({ login, passphrase }) => ({
      ...session.recover(login, passphrase),
      to_reset: [],
    }),
    "workspace::lock": () => (session.lock(), {}),
    "workspace::close": () => (session.close(), {}),
    "workspace::home": () => home(risks.map((one) => one.row)),
    "workspace::settings": () => ({ settings, revision }),
    "workspace::save_settings": (request) => {
      if (request.based_on_revision !== revision) throw new Failure("conflict", "");
      settings = request.settings;
      revision += 1;
      return { settings, revision };
    },
    "workspace::place": () => ({ path: PATH, findings: badPlace ? [SYNCHRONIZED] : [] }),
    "workspace::recovery_sheet": ({ passphrase }) => {
      if (register.passphrases.get(register.you) !== passphrase)
        throw new Failure("wrong_passphrase", "");
      return {
        organization: ORGANIZATION,
        workspace: "7b0c5a1e-4c1f-4f0e-9f4e-0d7c2f6f1a11",
        recovery_key: recoveryKey("K"),
        made_at: "2026-11-21T10:42:00Z",
        made_by: session.opened?.person.name ?? "",
      };
    },
  };
}

const SYNCHRONIZED = {
  code: "synchronized_folder" as const,
  message: "The workspace lies in a folder that Dropbox synchronizes",
  cure: "Close it and move the folder to a place of this computer that no program synchronizes; keep backups there instead.",
};
