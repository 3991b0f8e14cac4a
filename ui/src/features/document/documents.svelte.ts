/** The documents that were written, and the acts on one of them. */
import {
  call,
  failureOf,
  type DocumentList,
  type DocumentRow,
  type Failure,
  type Place,
  type VerifyReport,
} from "../../backend";
import { lasting } from "../../shared/feedback/forget";
import { Resource } from "../../shared/feedback/resource.svelte";
import { toasts } from "../../shared/toast/toasts.svelte";

export const documents = lasting(new Resource<DocumentList>(() => call("document::list", {})));

/** The newest document of a version of a policy. */
export function newestOf(list: DocumentRow[], policy: string, version: string): DocumentRow | null {
  // The core lists the newest first.
  return list.find((one) => one.policy === policy && one.version === version) ?? null;
}

/** Writes the PDF of a version and reads the list anew. */
export class Writing {
  busy = $state(false);
  failure = $state.raw<Failure | null>(null);

  async write(policy: string, version: string): Promise<void> {
    this.busy = true;
    this.failure = null;
    try {
      await call("document::write", { policy, version });
      await documents.refresh();
      toasts.say(`The PDF of ${policy} is written.`);
    } catch (thrown) {
      this.failure = failureOf(thrown);
    } finally {
      this.busy = false;
    }
  }
}

/** One PDF: its verification, and signing it. */
export class Paper {
  readonly report: Resource<VerifyReport>;
  busy = $state(false);
  failure = $state.raw<Failure | null>(null);
  #number: string;

  constructor(number: string) {
    this.#number = number;
    this.report = new Resource(() => call("document::verify", { number }));
  }

  /** Signs at a place and says whether it worked; the passphrase is not kept. */
  async sign(place: Place, login: string, passphrase: string): Promise<boolean> {
    this.busy = true;
    this.failure = null;
    try {
      const request = { number: this.#number, field: place.field, login, passphrase };
      const signed = await call("document::sign", request);
      this.report.put(signed.report);
      await documents.refresh();
      toasts.say(`${place.name} has signed ${signed.document.policy} ${signed.document.version}.`);
      return true;
    } catch (thrown) {
      this.failure = failureOf(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
