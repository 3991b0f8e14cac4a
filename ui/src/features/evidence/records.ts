/** Records that evidence can be attached to, with what a person calls them. */
import { call, type RecordName } from "../../backend";

export type Candidate = { record: RecordName; label: string };

/** Risks, policies and practices; a list that cannot be read is left out. */
export async function candidates(): Promise<Candidate[]> {
  const lists = await Promise.allSettled([risks(), policies(), practices()]);
  return lists.flatMap((list) => (list.status === "fulfilled" ? list.value : []));
}

async function risks(): Promise<Candidate[]> {
  const { assessment, risks } = await call("risk::list", {});
  return risks.map(({ number, threat }) => ({
    record: riskRecord(assessment, number),
    label: `${number} ${threat}`,
  }));
}

async function policies(): Promise<Candidate[]> {
  const { policies } = await call("policy::list", {});
  return policies.map(({ number, title }) => ({
    record: { kind: "policy", id: number },
    label: `${number} ${title}`,
  }));
}

async function practices(): Promise<Candidate[]> {
  const { practices } = await call("practice::list", {});
  return practices.map(({ number, title }) => ({
    record: { kind: "practice", id: number },
    label: `${number} ${title}`,
  }));
}

/** A risk is numbered within its assessment. */
function riskRecord(assessment: string | null, number: string): RecordName {
  return { kind: "risk", id: assessment === null ? number : `${assessment}/${number}` };
}
