/** The plan for a risk while a person writes it: saved by itself once it is whole. */
import { call, type FourFactors, type RiskDetail, type TreatRisk } from "../../backend";
import { RecordDraft, type Stored } from "../../shared/conflict/draft.svelte";

export type Plan = Omit<TreatRisk, "number" | "based_on_revision">;

export const NO_FACTORS: FourFactors = { size: "", infrastructure: "", cost: "", probability: "" };

export function storedPlan({ risk, revision }: RiskDetail): Stored<Plan> {
  const { treatment, target, owner } = risk;
  if (!treatment) {
    return {
      fields: { option: "mitigate", plan: "", owner, due: "", options: [], target },
      revision,
    };
  }
  const { option, plan, due, cost_once, cost_yearly, four_factors } = treatment;
  // The core leaves out what is empty.
  const options = treatment.options ?? [];
  const fields = { option, plan, owner: treatment.owner, due, options, target };
  return { fields: { ...fields, cost_once, cost_yearly, four_factors }, revision };
}

/** What the plan still lacks before it can be saved, in words. */
export function lacks({ plan, owner, due }: Plan): string[] {
  return [
    plan.trim() === "" ? "what will be done" : null,
    owner === "" ? "who does it" : null,
    due === "" ? "by when" : null,
  ].filter((one) => one !== null);
}

export function planDraft(
  detail: RiskDetail,
  onsaved: (detail: RiskDetail) => void,
): RecordDraft<Plan> {
  const { number } = detail.row;
  return new RecordDraft<Plan>(storedPlan(detail), {
    ready: (plan) => lacks(plan).length === 0,
    read: async () => storedPlan(await call("risk::get", { number })),
    write: async (plan, based_on_revision) => {
      const whole = ({ measure, reason }: Plan["options"][number]) =>
        measure.trim() !== "" && reason.trim() !== "";
      const answer = await call("risk::treat", {
        number,
        ...plan,
        four_factors: weighed(plan.four_factors),
        options: plan.options.filter(whole),
        based_on_revision,
      });
      onsaved(answer);
      const stored = storedPlan(answer);
      // Half a card or half a measure is still being typed.
      const options = [
        ...stored.fields.options,
        ...plan.options.filter((option) => !whole(option)),
      ];
      const four_factors = stored.fields.four_factors ?? plan.four_factors;
      return { ...stored, fields: { ...stored.fields, options, four_factors } };
    },
  });
}

/** The card only where something is written on it. */
function weighed(factors: FourFactors | undefined): FourFactors | undefined {
  const written = factors && Object.values(factors).some((text) => text.trim() !== "");
  return written ? factors : undefined;
}
