/** An answer as it is saved. */
import type { FactorAnswer, PathQuestion, SaveAnswer } from "../../backend";

export type AnswerFields = Omit<SaveAnswer, "question" | "based_on_revision">;

export const NOTHING: AnswerFields = {
  answer: "",
  choices: [],
  rows: [],
  complete: false,
  evidence: [],
};

/** What can be changed of an answer; the core leaves out what is empty. */
export function fieldsOf(answer: FactorAnswer | null): AnswerFields {
  if (answer === null) return NOTHING;
  const { choices, rows, complete, evidence, not_applicable } = answer as Partial<FactorAnswer>;
  return {
    answer: answer.answer,
    choices: choices ?? [],
    rows: rows ?? [],
    complete: complete ?? false,
    evidence: evidence ?? [],
    ...(not_applicable === undefined ? {} : { not_applicable }),
  };
}

/** The record of an answer, as the core names it. */
export function answerRecord(assessment: string, { question }: PathQuestion) {
  return { kind: "factor_answer", id: `${assessment}/${question.id}` };
}
