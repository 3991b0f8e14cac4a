/** The guided path of the assessment as it was last read; several screens show a part of it. */
import { call, type GuidedPath, type PathQuestion } from "../../backend";
import { lasting } from "../feedback/forget";
import { Resource } from "../feedback/resource.svelte";

class PathResource extends Resource<GuidedPath> {
  /** Every question, in the order of the path. */
  get questions(): PathQuestion[] {
    return this.value?.factors.flatMap((factor) => factor.questions) ?? [];
  }

  question(id: string): PathQuestion | null {
    return this.questions.find((one) => one.question.id === id) ?? null;
  }

  /** Puts a question that was just answered in its place. */
  replace(changed: PathQuestion): void {
    const path = this.value;
    if (path === null) return;
    const id = changed.question.id;
    const factors = path.factors.map((factor) => ({
      ...factor,
      questions: factor.questions.map((one) => (one.question.id === id ? changed : one)),
    }));
    this.put({ ...path, factors });
  }
}

export const path = lasting(new PathResource(() => call("assessment::path", {})));
