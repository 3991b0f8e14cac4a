/** The inventory as it was last read, and its records while a person changes them. */
import {
  call,
  type Asset,
  type AssetKind,
  type AssetRow,
  type DataFlow,
  type Inventory,
  type Site,
  type Vendor,
} from "../../backend";
import { RecordDraft, type Stored } from "../../shared/conflict/draft.svelte";
import { lasting } from "../../shared/feedback/forget";
import { Resource } from "../../shared/feedback/resource.svelte";
import { personChoices } from "../../shared/pick/names.svelte";
import { saving } from "../../shared/save/saving.svelte";

class InventoryResource extends Resource<Inventory> {
  row(number: string): AssetRow | undefined {
    return this.value?.assets.find(({ asset }) => asset.number === number);
  }

  vendorName(number: string | undefined): string | null {
    return this.value?.vendors.find((one) => one.number === number)?.name ?? null;
  }

  assetName(number: string): string {
    return this.row(number)?.asset.name ?? number;
  }

  /** Puts an asset that was just stored in its place, without reading thousands anew. */
  replace({ fields: asset, revision }: Stored<Asset>): void {
    const inventory = this.value;
    if (inventory === null) return;
    const owner = asset.owner === undefined ? null : personChoices.words(asset.owner);
    const vendor = this.vendorName(asset.vendor);
    const assets = inventory.assets.map((row) =>
      row.asset.number === asset.number
        ? { ...row, asset: { ...asset, carried: false }, owner, vendor, revision }
        : row,
    );
    this.put({ ...inventory, assets });
  }
}

export const inventory = lasting(new InventoryResource(() => call("inventory::get", {})));

export const sites = lasting(
  new Resource<Site[]>(async () => (await call("organization::get", {})).organization.sites),
);

/** An asset with every list there: the core leaves out what is empty. */
export function filled(asset: Asset): Asset {
  const given: Partial<Asset> = asset;
  return {
    ...asset,
    sites: given.sites ?? [],
    information: given.information ?? [],
    handling: given.handling ?? [],
    part_2_records: given.part_2_records ?? false,
    carried: false,
  };
}

export function newAsset(name: string, kind: AssetKind): Asset {
  return {
    id: NIL,
    number: "",
    name,
    kind,
    sites: [],
    information: [],
    records: 0,
    recovery: "moderate",
    handling: ["maintain"],
    part_2_records: false,
    carried: false,
  };
}

/** The identity of what has none yet. */
const NIL = "00000000-0000-0000-0000-000000000000";

export async function addAsset(asset: Asset): Promise<string> {
  const saved = await saving.track(() =>
    call("inventory::save_asset", { asset, based_on_revision: 0 }),
  );
  await inventory.refresh();
  return saved.number;
}

export function assetDraft(row: AssetRow): RecordDraft<Asset> {
  const { number } = row.asset;
  const read = async (): Promise<Stored<Asset>> => {
    await inventory.refresh();
    const now = inventory.row(number) ?? row;
    return { fields: filled(now.asset), revision: now.revision };
  };
  return new RecordDraft<Asset>(
    { fields: filled(row.asset), revision: row.revision },
    {
      write: async (asset, basedOn) => {
        const { revision } = await call("inventory::save_asset", {
          asset,
          based_on_revision: basedOn,
        });
        // A step of more than one: somebody else saved meanwhile.
        if (revision > basedOn + 1) return read();
        inventory.replace({ fields: asset, revision });
        return { fields: asset, revision };
      },
      read,
      savable: (asset, stored) => ({
        ...asset,
        name: asset.name.trim() ? asset.name : stored.name,
      }),
    },
  );
}

export function isWholeVendor({ name, service }: Vendor): boolean {
  return name.trim() !== "" && service.trim() !== "";
}

export function vendorDraft(vendor: Vendor, revision: number): RecordDraft<Vendor> {
  const of = (all: Inventory): Stored<Vendor> => {
    inventory.put(all);
    const found = all.vendors.find((one) => one.number === vendor.number) ?? vendor;
    return { fields: { ...found, carried: false }, revision: all.revision };
  };
  return new RecordDraft<Vendor>(
    { fields: { ...vendor, carried: false }, revision },
    {
      write: async (fields, based_on_revision) =>
        of(await call("inventory::save_vendor", { vendor: fields, based_on_revision })),
      read: async () => of(await call("inventory::get", {})),
      ready: isWholeVendor,
    },
  );
}

export function newVendor(): Vendor {
  return { number: "", name: "", service: "", business_associate: true, carried: false };
}

export function isWholeFlow({ from, to, party, method, protection, purpose }: DataFlow): boolean {
  const words = [method, protection, purpose].every((one) => one.trim() !== "");
  return from !== "" && words && Boolean(to) !== Boolean(party?.trim());
}

export function flowDraft(place: number, flow: DataFlow, revision: number): RecordDraft<DataFlow> {
  const of = (all: Inventory): Stored<DataFlow> => {
    inventory.put(all);
    return { fields: { ...(all.flows[place] ?? flow), carried: false }, revision: all.revision };
  };
  return new RecordDraft<DataFlow>(
    { fields: { ...flow, carried: false }, revision },
    {
      write: async (fields, based_on_revision) =>
        of(await call("inventory::save_flow", { place, flow: fields, based_on_revision })),
      read: async () => of(await call("inventory::get", {})),
      ready: isWholeFlow,
    },
  );
}

export function newFlow(): DataFlow {
  return { from: "", method: "", protection: "", purpose: "", carried: false };
}
