/** What the start window knows: recent workspaces, the chosen one, and the sign-in. */
import { call, failureOf, type Failure, type Opened, type SamplePerson } from "../../backend";
import { Resource } from "../../shared/feedback/resource.svelte";
import { fileName } from "../../shared/text/count";

export type Chosen = {
  path: string;
  name: string;
  /** Only for the sample: who may sign in, and its published passphrase. */
  sample: { people: SamplePerson[]; passphrase: string } | null;
};

/** What the start window shows: the choice, a sign-in, a new workspace, the way with the recovery key. */
export type StartStep = "choose" | "sign-in" | "new" | "recover";

export class Start {
  recent = new Resource(async () => (await call("workspace::recent", {})).workspaces);
  step = $state<StartStep>("choose");
  chosen = $state.raw<Chosen | null>(null);
  login = $state("");
  passphrase = $state("");
  busy = $state<"sample" | "sign-in" | null>(null);
  failure = $state.raw<Failure | null>(null);

  choose(path: string, name = nameOf(path)): void {
    this.chosen = { path, name, sample: null };
    this.step = "sign-in";
    this.#forget();
  }

  /** To another step of the same choice. */
  turn(step: StartStep): void {
    this.step = step;
    this.failure = null;
    this.passphrase = "";
  }

  leave(): void {
    this.chosen = null;
    this.step = "choose";
    this.#forget();
  }

  async chooseSample(): Promise<void> {
    await this.#attempt("sample", async () => {
      const sample = await call("workspace::sample", {});
      this.choose(sample.path);
      this.chosen = {
        path: sample.path,
        name: "the sample clinic",
        sample: { people: sample.people, passphrase: sample.passphrase },
      };
      this.pick(sample.people[0]);
    });
  }

  /** Fills the form in for one of the sample's people. */
  pick(person: SamplePerson | undefined): void {
    if (person === undefined || !this.chosen?.sample) return;
    this.login = person.login;
    this.passphrase = this.chosen.sample.passphrase;
  }

  async signIn(onopen: (opened: Opened) => void): Promise<void> {
    const chosen = this.chosen;
    if (chosen === null) return;
    await this.#attempt("sign-in", async () => {
      const { login, passphrase } = this;
      const opened = await call("workspace::open", { path: chosen.path, login, passphrase });
      this.passphrase = "";
      onopen(opened);
    });
  }

  #forget(): void {
    this.login = "";
    this.passphrase = "";
    this.failure = null;
  }

  async #attempt(what: "sample" | "sign-in", act: () => Promise<void>): Promise<void> {
    if (this.busy !== null) return;
    this.busy = what;
    this.failure = null;
    try {
      await act();
    } catch (thrown) {
      this.failure = failureOf(thrown);
    } finally {
      this.busy = null;
    }
  }
}

/** "lakeside.riskwright" → "lakeside". */
function nameOf(path: string): string {
  return fileName(path).replace(/\.riskwright$/, "");
}
