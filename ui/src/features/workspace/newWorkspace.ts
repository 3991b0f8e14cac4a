/** What is wrong with a new workspace before the core sees it. */
import { againProblem, passphraseProblem, SHORTEST_PASSPHRASE } from "../../shared/form/passphrase";

export type NewWorkspaceFields = {
  organization: string;
  name: string;
  login: string;
  passphrase: string;
  again: string;
  path: string;
};

const ENDING = ".riskwright";

/** Every problem, by field; empty where the core can be asked. */
export function problemsOf(
  fields: NewWorkspaceFields,
): Partial<Record<keyof NewWorkspaceFields, string>> {
  const { organization, name, login, passphrase, again, path } = fields;
  const all = {
    organization: shorter(organization, 2, "Type the legal name, as it stands on letters."),
    name: shorter(name, 2, "Type your full name."),
    login: shorter(login, 2, "Choose a short name to sign in with."),
    passphrase: passphraseProblem(passphrase, SHORTEST_PASSPHRASE),
    again: againProblem(passphrase, again),
    path: shorter(path, 1, "Say where the folder goes."),
  };
  return Object.fromEntries(Object.entries(all).filter(([, problem]) => problem !== null));
}

/** The folder with the ending that every workspace has. */
export function withEnding(path: string): string {
  const bare = path.trim().replace(/[\\/]+$/, "");
  return bare === "" || bare.endsWith(ENDING) ? bare : `${bare}${ENDING}`;
}

/** "Lakeside Family Clinic" → "lakeside-family-clinic.riskwright": a name for the folder. */
export function folderName(organization: string): string {
  const plain = organization.normalize("NFD").replace(/\p{Diacritic}/gu, "");
  const words = plain.toLowerCase().match(/[a-z0-9]+/g) ?? ["workspace"];
  return `${words.join("-").slice(0, 60)}${ENDING}`;
}

function shorter(text: string, least: number, problem: string): string | null {
  return [...text.trim()].length < least ? problem : null;
}
