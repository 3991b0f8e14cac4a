/** The people of the workspace as they were last read. */
import { call, type Certificate, type PersonList, type PersonRow } from "../../backend";
import { lasting } from "../../shared/feedback/forget";
import { Resource } from "../../shared/feedback/resource.svelte";

class People extends Resource<PersonList> {
  /** Logins that open nothing until the official gives them a new passphrase. */
  toReset = $state.raw<string[]>([]);

  /** Puts a person that was just changed or added in its place. */
  replace(row: PersonRow): void {
    const list = this.value;
    if (list === null) return;
    const others = list.people.filter((one) => one.person.number !== row.person.number);
    const people = [...others, row].sort((a, b) => (a.person.number < b.person.number ? -1 : 1));
    this.put({ ...list, people });
  }

  override forget(): void {
    super.forget();
    this.toReset = [];
  }
}

export const people = lasting(new People(() => call("person::list", {})));

/** How many days before its end a certificate is worth a warning. */
const WARN_DAYS = 60;
const DAY = 24 * 60 * 60 * 1000;

/** The warning about a certificate that has ended or ends soon; null for one that lasts. */
export function certificateWarning({ valid_until }: Certificate, today: string): string | null {
  const days = Math.round((Date.parse(valid_until) - Date.parse(today)) / DAY);
  if (days < 0) return "It has ended: new signatures need a new one.";
  if (days === 0) return "It ends today.";
  return days <= WARN_DAYS ? `It ends in ${days === 1 ? "1 day" : `${days} days`}.` : null;
}
