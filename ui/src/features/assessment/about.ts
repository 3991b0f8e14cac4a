/** What an assessment says of itself, while a person changes it. */
import { call, type AssessmentView, type SaveAssessment } from "../../backend";
import { RecordDraft, type Stored } from "../../shared/conflict/draft.svelte";

export type AboutFields = Omit<SaveAssessment, "based_on_revision">;

/** Names of sources that most organizations look at, to choose from. */
export const SOURCES = [
  "HHS 405(d) HICP",
  "CISA alerts and KEV",
  "HC3 or Health-ISAC",
  "FDA device notices",
  "Vendor bulletins",
  "Own logs",
];

export function aboutDraft(view: AssessmentView): RecordDraft<AboutFields> {
  return new RecordDraft(storedOf(view), {
    write: async (fields, basedOn) => {
      const { revision } = await call("assessment::save", {
        ...fields,
        based_on_revision: basedOn,
      });
      // A step of more than one: somebody else saved meanwhile.
      return revision > basedOn + 1 ? read() : { fields, revision };
    },
    read,
    savable: (fields, stored) => ({
      ...fields,
      scope: fields.scope.trim() === "" ? stored.scope : fields.scope,
      sources: fields.sources.filter(({ name, consulted_on }) => name.trim() && consulted_on),
      open_items: fields.open_items.filter(({ what }) => what.trim()),
    }),
  });
}

async function read(): Promise<Stored<AboutFields>> {
  return storedOf(await call("assessment::get", {}));
}

function storedOf(view: AssessmentView): Stored<AboutFields> {
  const { scope, due, assessors, sources, open_items, revision } = view;
  const fields = { scope, assessors, sources, open_items, ...(due ? { due } : {}) };
  return { fields, revision };
}
