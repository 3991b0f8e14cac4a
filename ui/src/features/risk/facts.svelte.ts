/** What a risk is, beside its rating, while a person changes it. */
import { call, type Risk, type RiskDetail, type SaveRiskFacts } from "../../backend";
import { RecordDraft, type Stored } from "../../shared/conflict/draft.svelte";

export type Facts = Omit<SaveRiskFacts, "number" | "based_on_revision">;

/** The facts as they are stored; the core leaves out what is empty. */
export function storedFacts({ risk, revision }: RiskDetail): Stored<Facts> {
  const { vulnerabilities, predisposing_conditions, controls, evidence } = risk as Partial<Risk>;
  const { effect, owner, inherent, target } = risk;
  const fields: Facts = {
    vulnerabilities: vulnerabilities ?? [],
    predisposing_conditions: predisposing_conditions ?? [],
    effect,
    controls: (controls ?? []).map((one) => ({ ...one, safeguards: one.safeguards ?? [] })),
    owner,
    inherent,
    target,
    evidence: evidence ?? [],
  };
  return { fields, revision };
}

export function factsDraft(
  detail: RiskDetail,
  onsaved: (detail: RiskDetail) => void,
): RecordDraft<Facts> {
  const { number } = detail.row;
  return new RecordDraft<Facts>(storedFacts(detail), {
    read: async () => storedFacts(await call("risk::get", { number })),
    write: async (facts, based_on_revision) => {
      // A control without words is still being typed.
      const controls = facts.controls.filter((one) => one.description.trim() !== "");
      const answer = await call("risk::save_facts", {
        number,
        ...facts,
        controls,
        based_on_revision,
      });
      onsaved(answer);
      const stored = storedFacts(answer);
      const open = facts.controls.filter((one) => one.description.trim() === "");
      return {
        ...stored,
        fields: { ...stored.fields, controls: [...stored.fields.controls, ...open] },
      };
    },
  });
}
