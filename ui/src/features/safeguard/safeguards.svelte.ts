/** The safeguards as they were last read, and the drafts of one status and one decision. */
import {
  call,
  type AddressableDecision,
  type SafeguardList,
  type SafeguardRow,
  type SafeguardState,
  type SafeguardStatus,
} from "../../backend";
import { RecordDraft, type Stored } from "../../shared/conflict/draft.svelte";
import { lasting } from "../../shared/feedback/forget";
import { Resource } from "../../shared/feedback/resource.svelte";

export const safeguards = lasting(new Resource<SafeguardList>(() => call("safeguard::list", {})));

/** A status while it is filled in: it is none before a state is chosen. */
export type StatusFields = Omit<SafeguardStatus, "safeguard" | "status" | "carried"> & {
  status: SafeguardState | null;
};

/** A decision while it is filled in: whether it is reasonable is a choice of its own. */
export type DecisionFields = Omit<
  AddressableDecision,
  "specification" | "reasonable" | "carried" | "approval"
> & { reasonable: boolean | null };

export function storedStatus({ status, status_revision }: SafeguardRow): Stored<StatusFields> {
  const none: StatusFields = { status: null, note: "", policies: [], evidence: [] };
  if (status === null) return { fields: none, revision: status_revision };
  const { note, owner, due } = status;
  // The core leaves out what is empty.
  const { policies = [], evidence = [] } = status as Partial<SafeguardStatus>;
  const fields = { status: status.status, note: note ?? "", policies, evidence, owner, due };
  return { fields, revision: status_revision };
}

export function storedDecision({
  decision,
  decision_revision,
}: SafeguardRow): Stored<DecisionFields> {
  if (decision === null) return { fields: NO_DECISION, revision: decision_revision };
  const { contribution, size, infrastructure, cost, probability, reasonable, rationale } = decision;
  const { implemented_by, no_alternative_reason } = decision;
  const { risks = [], cost_is_main_reason = false } = decision as Partial<AddressableDecision>;
  const { alternative, policy, review_on } = decision;
  const factors = { contribution, size, infrastructure, cost, probability };
  const branch = { implemented_by, no_alternative_reason, alternative };
  const rest = { reasonable, rationale, risks, cost_is_main_reason, policy, review_on };
  return { fields: { ...factors, ...branch, ...rest }, revision: decision_revision };
}

const NO_DECISION: DecisionFields = {
  contribution: "",
  size: "",
  infrastructure: "",
  cost: "",
  probability: "",
  reasonable: null,
  rationale: "",
  risks: [],
  cost_is_main_reason: false,
};

export function statusDraft(row: SafeguardRow): RecordDraft<StatusFields> {
  const { citation } = row.safeguard;
  return new RecordDraft<StatusFields>(storedStatus(row), {
    ready: ({ status }) => status !== null,
    read: async () => storedStatus(await reread(citation)),
    write: async (fields, based_on_revision) => {
      const { status: state, ...rest } = fields;
      if (state === null) return { fields, revision: based_on_revision };
      const status = { safeguard: citation, status: state, ...rest, carried: false };
      const { revision } = await call("safeguard::save", { status, based_on_revision });
      await safeguards.refresh();
      return { fields, revision };
    },
  });
}

export function decisionDraft(row: SafeguardRow): RecordDraft<DecisionFields> {
  const { citation } = row.safeguard;
  return new RecordDraft<DecisionFields>(storedDecision(row), {
    // Cost alone is refused: it is said in words beside the field, not saved.
    ready: ({ reasonable, cost_is_main_reason }) =>
      reasonable !== null && (reasonable || !cost_is_main_reason),
    read: async () => storedDecision(await reread(citation)),
    write: async (fields, based_on_revision) => {
      const { reasonable, ...rest } = fields;
      if (reasonable === null) return { fields, revision: based_on_revision };
      const decision = { specification: citation, ...branch(reasonable, rest), carried: false };
      const { revision } = await call("safeguard::decide", { decision, based_on_revision });
      await safeguards.refresh();
      return { fields, revision };
    },
  });
}

/** Only the branch that was chosen is stored; the words of the other stay in the form. */
function branch(
  reasonable: boolean,
  fields: Omit<DecisionFields, "reasonable">,
): Omit<AddressableDecision, "specification" | "carried"> {
  if (reasonable) {
    const none = { alternative: undefined, no_alternative_reason: undefined };
    return { ...fields, ...none, reasonable, cost_is_main_reason: false };
  }
  return { ...fields, reasonable, implemented_by: undefined };
}

async function reread(citation: string): Promise<SafeguardRow> {
  const list = await call("safeguard::list", {});
  safeguards.put(list);
  const row = list.items.find(({ safeguard }) => safeguard.citation === citation);
  if (row === undefined) throw new Error(`no safeguard ${citation}`);
  return row;
}
