/** One policy on its page: the version shown, what the linter found, and the revision to save on. */
import { call, type Finding, type PolicyDetail, type PolicyName } from "../../backend";
import { Resource } from "../../shared/feedback/resource.svelte";
import { ofLine } from "./marks";

export class OpenPolicy {
  readonly resource: Resource<PolicyDetail>;
  /** Changes with every save, so that what depends on the text is read anew. */
  stamp = $state(0);
  /** The revision that the next change is based on. */
  revision = 0;

  constructor(name: PolicyName) {
    this.resource = new Resource(() => call("policy::get", name));
  }

  async load(): Promise<void> {
    await this.resource.load();
    this.#takeRevision();
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

  /** Reads the policy anew after a statement was saved. */
  async saved(revision: number): Promise<void> {
    this.revision = revision;
    await this.renew();
  }

  /** Reads the policy anew after somebody else saved it. */
  async renew(): Promise<void> {
    await this.resource.refresh();
    this.#takeRevision();
    this.stamp += 1;
  }

  #takeRevision(): void {
    const read = this.resource.value?.revision ?? 0;
    // A read that was under way while something was saved must not bring the older revision back.
    this.revision = Math.max(this.revision, read);
  }
}
