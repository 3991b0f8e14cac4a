/** The people of the fake clinic, their accounts and what each may approve. */
import type { Access, Certificate, Person, PersonRow } from "../../src/backend";
import { Failure } from "../../src/backend";
import { find, type Part } from "./core";

export const PASSPHRASE = "sample";

type Seed = [
  number: string,
  name: string,
  title: string,
  login: string | undefined,
  access: Access[],
  field: Person["function"],
  approves: string[],
  until: string | undefined,
];

const SEEDS: Seed[] = [
  [
    "P-001",
    "Dana Whitfield",
    "Security official",
    "dana",
    ["official"],
    "administration",
    ["policies, as security official", "the risk analysis"],
    "2028-11-20",
  ],
  [
    "P-002",
    "Dr. Ruth Okafor",
    "Medical director",
    "ruth",
    ["executive"],
    "clinical",
    ["policies, as executive", "accepted risks"],
    "2027-01-05",
  ],
  [
    "P-003",
    "Marcus Lindqvist",
    "Practice manager",
    "marcus",
    ["privacy", "contributor"],
    "administration",
    ["policies on privacy, as privacy official"],
    "2028-02-11",
  ],
  [
    "P-004",
    "Ines Calder",
    "IT lead",
    "ines",
    ["contributor"],
    "information_technology",
    [],
    "2028-02-11",
  ],
  ["P-005", "Paula Stern", "Outside auditor", "paula", ["auditor"], "outside", [], undefined],
  ["P-006", "Tom Hale", "Billing lead", undefined, [], "commercial", [], undefined],
];

/** People and passphrases that the fake's workspace and people commands share. */
export type Register = { rows: PersonRow[]; passphrases: Map<string, string>; you: string };

export function people(): Register {
  const rows = SEEDS.map(rowOf);
  const logins = rows.flatMap(({ person }) => (person.login ? [person.login] : []));
  return { rows, passphrases: new Map(logins.map((login) => [login, PASSPHRASE])), you: "dana" };
}

/** The commands about people. */
export function person(register: Register): Part<"person"> {
  const { rows, passphrases } = register;
  const named = (number: string) => find(rows, (row) => row.person.number === number);
  const seen = (row: PersonRow) => ({ ...row, is_you: row.person.login === register.you });
  return {
    "person::list": () => ({ people: rows.map(seen), shortest_passphrase: 12 }),
    "person::add": ({ account, name, title, function: field }) => {
      if (account) refuseTaken(passphrases, account.login);
      const number = `P-00${rows.length + 1}`;
      const row = rowOf([
        number,
        name,
        title,
        account?.login,
        account?.access ?? [],
        field,
        [],
        undefined,
      ]);
      if (account) passphrases.set(account.login, account.passphrase);
      rows.push(row);
      return row;
    },
    "person::save": ({ number, based_on_revision, ...change }) => {
      const row = named(number);
      if (row.revision !== based_on_revision) throw new Failure("conflict", "");
      Object.assign(row.person, change);
      row.revision += 1;
      return seen(row);
    },
    "person::give_account": ({ number, account }) => {
      refuseTaken(passphrases, account.login);
      const row = named(number);
      Object.assign(row.person, { login: account.login, access: account.access });
      passphrases.set(account.login, account.passphrase);
      return row;
    },
    "person::change_passphrase": ({ current, passphrase }) => {
      if (passphrases.get(register.you) !== current) throw new Failure("wrong_passphrase", "");
      passphrases.set(register.you, passphrase);
      return {};
    },
    "person::reset_passphrase": ({ number, passphrase }) => {
      const row = named(number);
      passphrases.set(row.person.login ?? "", passphrase);
      return row;
    },
    "person::remove_account": ({ number, new_data_key, passphrase }) => {
      if (new_data_key && passphrases.get(register.you) !== passphrase)
        throw new Failure("wrong_passphrase", "");
      const row = named(number);
      passphrases.delete(row.person.login ?? "");
      delete row.person.login;
      row.person.access = [];
      if (!new_data_key) return { person: row, to_reset: [] };
      const to_reset = [...passphrases.keys()].filter((login) => login !== register.you);
      return { person: row, recovery_key: recoveryKey("N"), to_reset };
    },
    "person::import_identity": () => {
      const row = find(rows, ({ person }) => person.login === register.you);
      row.certificate = certificate(row.person.number, row.person.name, "2027-06-30", "imported");
      return seen(row);
    },
  };
}

/** A key of the right shape, in groups; never one that opens anything. */
export function recoveryKey(first: string): string {
  return Array.from({ length: 14 }, (_, place) => `${first}${(place % 9) + 1}XW`).join("-");
}

function refuseTaken(passphrases: Map<string, string>, login: string): void {
  if (!passphrases.has(login)) return;
  const message = `The login ${login} belongs to somebody already.`;
  throw new Failure("invalid", "", null, [{ field: "account/login", code: "taken", message }]);
}

function rowOf([number, name, title, login, access, field, may_approve, until]: Seed): PersonRow {
  return {
    person: { id: number, number, name, title, login, access, function: field },
    revision: 1,
    certificate: until ? certificate(number, name, until, "made") : undefined,
    may_approve,
    is_you: false,
  };
}

function certificate(
  holder: string,
  subject: string,
  valid_until: string,
  origin: Certificate["origin"],
): Certificate {
  const issuer = origin === "made" ? "Lakeside Family Clinic signing" : "Example Health CA 3";
  return {
    fingerprint: "ab".repeat(32),
    holder,
    subject,
    issuer,
    valid_from: "2025-11-20",
    valid_until,
    origin,
    der: "30",
  };
}
