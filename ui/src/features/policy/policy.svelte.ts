/** One policy on its page: the version shown, what keeps it back, the acts on it, and the revision to save on. */
import {
  call,
  type Capacity,
  type Commands,
  type Finding,
  type Gates,
  type PolicyDetail,
  type PolicyName,
} from "../../backend";
import { Resource } from "../../shared/feedback/resource.svelte";
import { saving } from "../../shared/save/saving.svelte";
import { ofLine } from "./marks";

/** Whose approval is recorded, in which capacity, with what words. */
export type Given = { person: string; capacity: Capacity; statement: string };

export class OpenPolicy {
  readonly resource: Resource<PolicyDetail>;
  readonly gates: Resource<Gates>;
  /** Changes with every save, so that what depends on the text is read anew. */
  stamp = $state(0);

  constructor(name: PolicyName) {
    this.resource = new Resource(() => call("policy::get", name));
    this.gates = new Resource(() => call("policy::gates", this.name));
  }

  /** The version that is shown. */
  get name(): { policy: string; version: string } {
    const shown = this.resource.value;
    return { policy: shown?.row.number ?? "", version: shown?.version.number ?? "" };
  }

  async load(): Promise<void> {
    await this.resource.load();
    if (this.resource.value) await this.gates.load();
  }

  /** What the linter found in the text of a statement. */
  wordsOf(statement: string): Finding[] {
    const found = this.resource.value?.findings ?? [];
    const own = found.filter((one) => one.section === "statements" && one.item === statement);
    return ofLine(
      own.map((one) => one.finding),
      1,
    );
  }

  /** Shows what a save answered, and asks anew what keeps it back. */
  saved(detail: PolicyDetail): void {
    this.resource.put(detail);
    this.stamp += 1;
    void this.gates.refresh();
  }

  submit(effective_from: string, next_review: string | undefined): Promise<void> {
    const days = { effective_from, ...(next_review ? { next_review } : {}) };
    return this.#then(() => call("policy::submit", { ...this.name, ...days }));
  }

  sendBack(reason: string): Promise<void> {
    return this.#then(() => call("policy::send_back", { ...this.name, reason }));
  }

  approve(capacity: Capacity, statement: string): Promise<void> {
    const content_hash = this.gates.value?.content_hash ?? "";
    return this.#then(() =>
      call("policy::approve", { ...this.name, capacity, statement, content_hash }),
    );
  }

  approveByDocument(given: Given, document: string, file: string): Promise<void> {
    return this.#then(() =>
      call("policy::approve_by_document", { ...this.name, ...given, document, file }),
    );
  }

  approveOnPaper(
    given: Given,
    paper: { on: string; evidence: string; hash: string },
  ): Promise<void> {
    return this.#then(() => call("policy::approve_on_paper", { ...this.name, ...given, ...paper }));
  }

  publish(): Promise<void> {
    return this.#then(() => call("policy::publish", this.name));
  }

  review(outcome: string, next_review: string): Promise<void> {
    const { policy } = this.name;
    return this.#then(() => call("policy::review", { policy, outcome, next_review }));
  }

  async retire(last_day: string, reason: string): Promise<void> {
    const { policy } = this.name;
    await saving.track(() => call("policy::retire", { policy, last_day, reason }));
    await this.resource.refresh();
    await this.gates.refresh();
  }

  async grant(
    asked: Omit<Commands["policy::grant_exception"]["request"], "policy">,
  ): Promise<void> {
    const request = { policy: this.name.policy, ...asked };
    await saving.track(() => call("policy::grant_exception", request));
    await this.resource.refresh();
  }

  async endException(number: string, reason: string): Promise<void> {
    const request = { policy: this.name.policy, number, reason };
    await saving.track(() => call("policy::end_exception", request));
    await this.resource.refresh();
  }

  async distribute(on: string, to: string, how: string): Promise<void> {
    const request = { ...this.name, on, to, how };
    await saving.track(() => call("policy::distribute", request));
    await this.resource.refresh();
  }

  async acknowledge(names: string[], on: string, how: string): Promise<void> {
    const request = { ...this.name, names, on, how };
    await saving.track(() => call("policy::acknowledge", request));
    await this.resource.refresh();
  }

  async discard(): Promise<void> {
    await saving.track(() => call("policy::discard", this.name));
  }

  async #then(act: () => Promise<Gates>): Promise<void> {
    const gates = await saving.track(act);
    await this.resource.refresh();
    this.gates.put(gates);
    this.stamp += 1;
  }
}
