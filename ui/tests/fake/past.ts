/** What was done in the fake core: the lines of its trail, and what can be taken back. */
import type { AuditLine, RecordName, UndoState, UndoStep, Undone } from "../../src/backend";
import { Failure } from "../../src/backend";

type Change = { step: UndoStep; undo: () => void; redo: () => void };

export class Past {
  readonly lines: AuditLine[] = [];
  #done: Change[] = [];
  #undone: Change[] = [];

  /** Writes a line of the trail. */
  tell(line: Omit<AuditLine, "sequence" | "revision">): void {
    this.lines.unshift({ ...line, sequence: this.lines.length + 1, revision: 1 });
  }

  /** Writes a line, and keeps the way back. */
  did(command: string, record: RecordName, label: string, undo: () => void, redo: () => void) {
    const at = new Date().toISOString();
    this.#done.push({ step: { command, records: [record], label, at }, undo, redo });
    this.#undone = [];
    const words = `Changed the ${label}.`;
    const number = record.id.slice(record.id.lastIndexOf("/") + 1);
    this.tell({ recorded_at: at, by: "dana", command, kind: record.kind, record: number, words });
  }

  get state(): UndoState {
    return { undo: this.#done.at(-1)?.step, redo: this.#undone.at(-1)?.step };
  }

  undo(): Undone {
    const change = this.#done.pop();
    if (change === undefined) throw nothing("You have made no change that can be taken back.");
    change.undo();
    this.#undone.push(change);
    this.#record("history::undo", change.step, "Took back the");
    return { step: change.step, state: this.state };
  }

  redo(): Undone {
    const change = this.#undone.pop();
    if (change === undefined) throw nothing("Nothing was taken back.");
    change.redo();
    this.#done.push(change);
    this.#record("history::redo", change.step, "Did again the");
    return { step: change.step, state: this.state };
  }

  #record(command: string, step: UndoStep, verb: string): void {
    const [{ kind, id } = { kind: "event", id: "" }] = step.records;
    const record = id.slice(id.lastIndexOf("/") + 1);
    const words = `${verb} ${step.label}.`;
    this.tell({ recorded_at: new Date().toISOString(), by: "dana", command, kind, record, words });
  }
}

function nothing(message: string): Failure {
  return new Failure("nothing_to_undo", message);
}
