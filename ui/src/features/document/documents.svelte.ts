/** The documents that were written, and the acts on one of them. */
import {
  call,
  failureOf,
  type DocumentList,
  type DocumentRow,
  type Failure,
  type SignatureField,
  type VerifyReport,
} from "../../backend";
import { Resource } from "../../shared/feedback/resource.svelte";
import { toasts } from "../../shared/toast/toasts.svelte";

export const documents = new Resource<DocumentList>(() => call("document::list", {}));

/** The newest document of a version of a policy. */
export function newestOf(list: DocumentRow[], policy: string, version: string): DocumentRow | null {
  const own = list.filter((one) => one.policy === policy && one.version === version);
  own.sort((a, b) => b.written_at.localeCompare(a.written_at));
  return own[0] ?? null;
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
  #path: string;

  constructor(path: string) {
    this.#path = path;
    this.report = new Resource(() => call("document::verify", { path }));
  }

  /** Signs and says whether it worked; the passphrase is not kept. */
  async sign(field: SignatureField, login: string, passphrase: string): Promise<boolean> {
    this.busy = true;
    this.failure = null;
    try {
      const path = this.#path;
      const signed = await call("document::sign", { path, field, login, passphrase });
      this.report.put(signed.report);
      await documents.refresh();
      toasts.say(`Signed as ${field}.`);
      return true;
    } catch (thrown) {
      this.failure = failureOf(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
