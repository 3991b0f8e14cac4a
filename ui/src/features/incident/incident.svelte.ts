/** The incidents and drills, and one of them on its page. */
import {
  call,
  type Commands,
  type Incident,
  type IncidentDetail,
  type IncidentList,
} from "../../backend";
import { Resource } from "../../shared/feedback/resource.svelte";
import { saving } from "../../shared/save/saving.svelte";
import { withDone, withMoment, withNotNeeded } from "./record";

export type Logged = Commands["incident::open"]["request"];

export class Incidents {
  readonly list = new Resource<IncidentList>(() => call("incident::list", {}));

  /** Logs one and gives its number. */
  async open(logged: Logged): Promise<string> {
    const { incident } = await saving.track(() => call("incident::open", logged));
    return incident.number;
  }
}

export class OneIncident {
  readonly detail: Resource<IncidentDetail>;
  #number: string;

  constructor(number: string) {
    this.#number = number;
    this.detail = new Resource(() => call("incident::get", { number }));
  }

  /** Records when an event happened; none takes it back. */
  happened(event: string, at: string | null): Promise<void> {
    return this.#change((one) => withMoment(one, event, at));
  }

  /** Records when a duty was done; none takes it back. */
  done(timeframe: string, at: string | null): Promise<void> {
    return this.#change((one) => withDone(one, timeframe, at));
  }

  /** Records why a duty was not needed; none takes it back. */
  notNeeded(timeframe: string, reason: string | null): Promise<void> {
    return this.#change((one) => withNotNeeded(one, timeframe, reason));
  }

  describe(title: string, severity: string): Promise<void> {
    return this.#change((one) => ({ ...one, title, severity: severity || undefined }));
  }

  async close(outcome: string): Promise<void> {
    const number = this.#number;
    this.detail.put(await saving.track(() => call("incident::close", { number, outcome })));
  }

  async #change(change: (one: Incident) => Incident): Promise<void> {
    const now = this.detail.value;
    if (now === null) return;
    const request = { incident: change(now.incident), based_on_revision: now.revision };
    try {
      this.detail.put(await saving.track(() => call("incident::save", request)));
    } catch (thrown) {
      // Somebody else may have acted meanwhile: the person sees it before trying again.
      await this.detail.refresh();
      throw thrown;
    }
  }
}
