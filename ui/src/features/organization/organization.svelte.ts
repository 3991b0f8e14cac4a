/** The organization's profile as it was last read, and while a person changes it. */
import { call, type Organization, type OrganizationView } from "../../backend";
import { lasting } from "../../shared/feedback/forget";
import { Resource } from "../../shared/feedback/resource.svelte";
import { RecordDraft, type Stored } from "../../shared/conflict/draft.svelte";
import { filled, savable } from "./profile";

export const organization = lasting(
  new Resource<OrganizationView>(() => call("organization::get", {})),
);

/** The draft of the profile; what is stored goes back into `organization`. */
export function profileDraft(view: OrganizationView): RecordDraft<Organization> {
  return new RecordDraft(storedOf(view), {
    write: async (profile, basedOn) => {
      const request = { organization: profile, based_on_revision: basedOn };
      const { revision } = await call("organization::save", request);
      // A step of more than one: somebody else saved meanwhile.
      return revision > basedOn + 1 ? read() : { fields: profile, revision };
    },
    read,
    savable,
  });
}

async function read(): Promise<Stored<Organization>> {
  const newest = await call("organization::get", {});
  organization.put(newest);
  return storedOf(newest);
}

function storedOf({ organization: profile, revision }: OrganizationView): Stored<Organization> {
  return { fields: filled(profile), revision };
}
