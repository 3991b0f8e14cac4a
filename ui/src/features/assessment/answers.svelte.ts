/** One answer while a person gives it, and the assessments of the workspace. */
import { call, type AssessmentList, type PathQuestion, type Question } from "../../backend";
import { fieldsOf, NOTHING, type AnswerFields } from "../../shared/assessment/answer";
import { path } from "../../shared/assessment/path.svelte";
import { RecordDraft, type Stored } from "../../shared/conflict/draft.svelte";
import { same } from "../../shared/conflict/reconcile";
import { lasting } from "../../shared/feedback/forget";
import { Resource } from "../../shared/feedback/resource.svelte";
import { isBlankRow, type Row } from "./rows";

export const assessments = lasting(
  new Resource<AssessmentList>(() => call("assessment::list", {})),
);

/** The fewest characters of a reason why a question does not apply. */
export const SHORTEST_REASON = 20;

export type AnswerDraft = RecordDraft<AnswerFields>;

export function answerDraft(asked: PathQuestion): AnswerDraft {
  const { id } = asked.question;
  return new RecordDraft(storedOf(asked), {
    write: async (fields, based_on_revision) => {
      const request = { question: id, ...fields, based_on_revision };
      const { question } = await call("assessment::answer", request);
      path.replace(question);
      return storedOf(question);
    },
    read: async () => {
      await path.refresh();
      return storedOf(path.question(id) ?? asked);
    },
    savable,
    ready: (fields) => isReady(fields, asked.revision > 0),
  });
}

/** Whether the question has a box that says that the list is complete, or that it was read. */
export function hasMark({ answered_by, type }: Question): boolean {
  return answered_by !== undefined || type === "acknowledge";
}

/** Whether the answer is a list of rows; otherwise columns make the parts of one row. */
export function isList({ type }: Question): boolean {
  return type === "table" || type === "number_table" || type === "matrix";
}

function storedOf({ answer, revision }: PathQuestion): Stored<AnswerFields> {
  return { fields: fieldsOf(answer), revision };
}

/** Without rows that nobody has filled. */
function savable(fields: AnswerFields): AnswerFields {
  return { ...fields, rows: fields.rows.filter((row) => !isBlankRow(row as Row)) };
}

/** A reason that is none yet holds all back; a first answer that says nothing is none. */
function isReady(fields: AnswerFields, answered: boolean): boolean {
  const { not_applicable: reason } = fields;
  if (reason !== undefined) return [...reason.trim()].length >= SHORTEST_REASON;
  return answered || !same(savable(fields), NOTHING);
}
