/** One policy on its page: the version shown, and the words of its statements that are vague. */
import {
  call,
  type Finding,
  type PolicyName,
  type PolicyDetail,
  type SavedStatement,
} from "../../backend";
import { Resource } from "../../shared/feedback/resource.svelte";
import { ofLine } from "./marks";

export class OpenPolicy {
  readonly resource: Resource<PolicyDetail>;
  /** Changes with every save, so that what depends on the text is read anew. */
  stamp = $state(0);
  #words = $state.raw<Finding[]>([]);

  constructor(request: PolicyName) {
    this.resource = new Resource(() => call("policy::get", request));
  }

  async load(): Promise<void> {
    await this.resource.load();
    await this.#lint();
  }

  /** The vague words of the statement at a place, as findings of its only line. */
  wordsOf(index: number): Finding[] {
    return ofLine(this.#words, index + 1).map((finding) => ({ ...finding, line: 1 }));
  }

  /** Puts a saved statement in its place. */
  take(saved: SavedStatement): void {
    const policy = this.resource.value;
    if (policy === null) return;
    const statements = policy.version.statements.map((statement) =>
      statement.number === saved.statement.number ? saved.statement : statement,
    );
    const version = { ...policy.version, statements, revision: saved.revision };
    this.resource.put({ ...policy, version, findings: saved.findings });
    this.stamp += 1;
    void this.#lint();
  }

  async #lint(): Promise<void> {
    const version = this.resource.value?.version;
    if (version === undefined) return;
    // A statement a line: the linter's line is then the statement's place.
    const text = version.statements.map((one) => one.text.replace(/\n/g, " ")).join("\n");
    const answer = await call("policy::lint", { text, roles: version.roles }).catch(() => null);
    this.#words = answer?.findings ?? [];
  }
}
