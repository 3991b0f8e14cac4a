/** What the palette offers, and which of it a few typed letters mean. */
import { call } from "../backend";
import { href, location, type Route } from "../routes";
import { ROOMS } from "./rooms";

export type Entry = { title: string; kind: string; act: () => void };

/** How many entries the list shows at most. */
const SHOWN = 9;

/** The entries whose words begin with what was typed, the best first. */
export function matching(entries: Entry[], typed: string): Entry[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries.slice(0, SHOWN);
  return entries
    .map((entry) => ({ entry, score: score(entry.title.toLowerCase(), words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, SHOWN)
    .map(({ entry }) => entry);
}

/** The rooms as entries. */
export function roomEntries(): Entry[] {
  return ROOMS.map((room) => goTo(room.title, "Room", room.route));
}

/** Every risk, policy, practice and incident of the workspace as entries; a list that fails is left out. */
export async function recordEntries(): Promise<Entry[]> {
  const lists = await Promise.allSettled([policies(), practices(), risks(), incidents()]);
  return lists.flatMap((list) => (list.status === "fulfilled" ? list.value : []));
}

async function policies(): Promise<Entry[]> {
  const { policies } = await call("policy::list", {});
  return policies.map(({ number, title }) =>
    goTo(`${number} ${title}`, "Policy", { name: "policy", number }),
  );
}

async function practices(): Promise<Entry[]> {
  const { practices } = await call("practice::list", {});
  return practices.map(({ number, title }) =>
    goTo(`${number} ${title}`, "Practice", { name: "practice", number }),
  );
}

async function risks(): Promise<Entry[]> {
  const { risks } = await call("risk::list", {});
  return risks.map(({ number, threat, asset }) =>
    goTo(`${number} ${threat} — ${asset}`, "Risk", { name: "risk", number }),
  );
}

async function incidents(): Promise<Entry[]> {
  const { incidents } = await call("incident::list", {});
  return incidents.map(({ number, title }) =>
    goTo(`${number} ${title}`, "Incident", { name: "incident", number }),
  );
}

function goTo(title: string, kind: string, route: Route): Entry {
  return {
    title,
    kind,
    act: () => (href(route) === window.location.hash ? undefined : location.go(route)),
  };
}

/** 0 where a word is missing; else higher the earlier and the more at a word's start it stands. */
function score(title: string, words: string[]): number {
  let total = 1;
  for (const word of words) {
    const place = title.indexOf(word);
    if (place === -1) return 0;
    const atStart = place === 0 || /[\s\-—]/.test(title.charAt(place - 1));
    total += (atStart ? 100 : 10) - Math.min(place, 9);
  }
  return total;
}
