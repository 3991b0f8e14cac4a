/** The inventory of the fake clinic. */
import type {
  Asset,
  AssetRow,
  DataFlow,
  ImportPreview,
  ImportRow,
  Inventory,
  Mapped,
  Vendor,
} from "../../src/backend";
import { Failure } from "../../src/backend";
import type { FakeAssessment } from "./assessment";
import { find, type Part } from "./core";
import type { Past } from "./past";
import type { Register } from "./people";

type Seed = [number: string, name: string, kind: Asset["kind"], owner?: string, vendor?: string];

const SEEDS: Seed[] = [
  ["A-001", "Electronic health record", "hosted_service", "P-001", "V-001"],
  ["A-002", "Laptops", "device", "P-004"],
  ["A-003", "File server", "system", "P-004"],
  ["A-004", "Patient portal", "hosted_service", undefined, "V-001"],
];

export class FakeInventory {
  readonly rows: AssetRow[];
  flows: DataFlow[] = [
    flow("A-001", { to: "A-004" }, "API", "Results for patients"),
    flow("A-001", { party: "State laboratory" }, "HL7 interface", "Orders and results"),
    flow("A-003", { party: "Billing company" }, "SFTP", "Claims"),
    flow("A-002", { to: "A-001" }, "Web browser", "Daily work"),
  ];
  vendors: Vendor[] = [
    {
      number: "V-001",
      name: "Northstar Health Cloud",
      service: "Hosts the record system and the portal",
      business_associate: true,
      agreement_on: "2024-06-01",
      agreement_terms: true,
      carried: false,
    },
  ];
  revision = 1;

  constructor(
    private readonly staff: Register,
    private readonly work: FakeAssessment,
    many: number,
  ) {
    const more = Array.from({ length: many }, (_, place): Seed => {
      const number = String(place + SEEDS.length + 1).padStart(3, "0");
      return [`A-${number}`, `Workstation ${place + 1}`, "device", "P-004"];
    });
    this.rows = [...SEEDS, ...more].map((seed) => this.#row(seed));
    const [, laptops] = this.rows;
    if (laptops) laptops.asset.criticality = { c: "high", i: "moderate", a: "moderate" };
    if (laptops) laptops.risks = 2;
  }

  view(): Inventory {
    const { number: assessment, open } = this.work;
    const { rows: assets, flows, vendors, revision } = this;
    return { assessment, open, assets: assets.map(sparse), flows, vendors, revision };
  }

  save(asset: Asset, based_on_revision: number): AssetRow {
    if (!this.work.open) throw new Failure("frozen", "");
    if (asset.number === "") {
      const number = `A-${String(this.rows.length + 1).padStart(3, "0")}`;
      const row = this.#row([number, asset.name, asset.kind]);
      row.asset = { ...row.asset, ...asset, number };
      this.rows.push(row);
      return row;
    }
    const row = find(this.rows, (one) => one.asset.number === asset.number);
    if (row.revision !== based_on_revision) throw new Failure("conflict", "");
    Object.assign(row, { asset: { ...asset, carried: false }, ...this.#names(asset) });
    row.revision += 1;
    return row;
  }

  #row([number, name, kind, owner, vendor]: Seed): AssetRow {
    const asset: Asset = {
      id: number,
      number,
      name,
      kind,
      ...(owner ? { owner } : {}),
      ...(vendor ? { vendor } : {}),
      sites: [],
      information: ["clinical notes"],
      records: 18_400,
      recovery: "high",
      handling: ["maintain"],
      part_2_records: false,
      carried: false,
    };
    return { asset, ...this.#names(asset), risks: 0, revision: 1 };
  }

  #names({ owner, vendor }: Asset): Pick<AssetRow, "owner" | "vendor"> {
    const person = this.staff.rows.find((one) => one.person.number === owner)?.person.name;
    const name = this.vendors.find((one) => one.number === vendor)?.name;
    return { owner: person ?? null, vendor: name ?? null };
  }
}

export function inventory(all: FakeInventory, past: Past): Part<"inventory"> {
  const did = (command: string, id: string, label: string, undo: () => void, redo: () => void) =>
    past.did(command, { kind: "asset", id: `AS-2026/${id}` }, label, undo, redo);
  const based = (revision: number) => {
    if (revision !== all.revision) throw new Failure("conflict", "");
    all.revision += 1;
  };
  return {
    "inventory::get": () => all.view(),
    "inventory::save_asset": ({ asset, based_on_revision }) => {
      const row = all.save(asset, based_on_revision);
      const { number } = row.asset;
      did("inventory::save_asset", number, `asset ${number}`, nothing, nothing);
      return { number, revision: row.revision };
    },
    "inventory::remove_asset": ({ number }) => {
      if (all.flows.some(({ from, to }) => from === number || to === number))
        throw new Failure("in_use", "", "Data flows name it: change or remove them first.");
      const place = all.rows.findIndex(({ asset }) => asset.number === number);
      all.rows.splice(place, 1);
      return {};
    },
    "inventory::save_flow": ({ place, flow: saved, based_on_revision }) => {
      based(based_on_revision);
      if (place === undefined) all.flows = [...all.flows, saved];
      else all.flows = all.flows.map((one, index) => (index === place ? saved : one));
      return all.view();
    },
    "inventory::remove_flow": ({ place, based_on_revision }) => {
      based(based_on_revision);
      all.flows = all.flows.filter((_, index) => index !== place);
      return all.view();
    },
    "inventory::save_vendor": ({ vendor, based_on_revision }) => {
      based(based_on_revision);
      const number = vendor.number || `V-00${all.vendors.length + 1}`;
      const others = all.vendors.filter((one) => one.number !== number);
      all.vendors = [...others, { ...vendor, number }];
      return all.view();
    },
    "inventory::remove_vendor": ({ number }) => {
      if (all.rows.some(({ asset }) => asset.vendor === number)) throw new Failure("in_use", "");
      all.vendors = all.vendors.filter((one) => one.number !== number);
      all.revision += 1;
      return all.view();
    },
    "inventory::starters": () => ({
      starters: STARTERS.map((one) => ({
        ...one,
        present: all.rows.some(({ asset }) => asset.name === one.name),
      })),
    }),
    "inventory::add_starters": ({ starters }) => ({
      numbers: starters.map((id) => {
        const { name, kind } = find(STARTERS, (one) => one.id === id);
        return all.save({ number: "", name, kind } as Asset, 0).asset.number;
      }),
    }),
    "inventory::preview": ({ content, mapping }) => preview(content, mapping),
    "inventory::import": ({ content, mapping, leave_out_refused }) => {
      const { rows, added, changed, unchanged, refused } = preview(content, mapping);
      if (refused > 0 && !leave_out_refused) throw new Failure("invalid", "");
      for (const { fate, name } of rows) {
        if (fate === "add") all.save({ number: "", name, kind: "system" } as Asset, 0);
      }
      const left_out = rows.filter(({ fate }) => fate === "refused");
      return { added, changed, unchanged, left_out };
    },
  };
}

function nothing(): void {
  // The screens of the fake do not take an asset back.
}

/** As the core writes it: what is empty is left out. */
function sparse(row: AssetRow): AssetRow {
  const asset: Partial<Asset> = { ...row.asset };
  if (asset.sites?.length === 0) delete asset.sites;
  if (asset.information?.length === 0) delete asset.information;
  if (asset.handling?.length === 0) delete asset.handling;
  if (!asset.part_2_records) delete asset.part_2_records;
  return { ...row, asset: asset as Asset };
}

function flow(from: string, end: Partial<DataFlow>, method: string, purpose: string): DataFlow {
  return { from, ...end, method, protection: "TLS 1.2", purpose, carried: false };
}

const STARTERS = [
  ["ehr", "Electronic health record", "hosted_service", "Who hosts it, and who can sign in?"],
  ["fax", "Fax server", "system", "Also a fax service in the cloud."],
  ["backups", "Backups", "medium", "Disks, tapes and copies in the cloud."],
  ["phones", "Phones of the workforce", "device", "Their own phones count where ePHI is on them."],
].map(([id, name, kind, hint]) => ({
  id: id as string,
  name: name as string,
  kind: kind as Asset["kind"],
  hint: hint as string,
  information: [],
}));

/** Reads lines of "name,records"; the rest of what the core does is the core's. */
function preview(content: string, mapping?: Mapped[]): ImportPreview {
  const [first = "", ...lines] = atob(content).trim().split("\n");
  const headings = first.split(",");
  const guessed: Mapped[] = headings.flatMap((heading, column) =>
    heading === "System" ? [{ column, field: "name" as const }] : [],
  );
  const used = mapping ?? guessed;
  const named = used.find(({ field }) => field === "name");
  const counted = used.find(({ field }) => field === "records");
  const rows = lines.map((line, index): ImportRow => {
    const cells = line.split(",");
    const name = named ? (cells[named.column] ?? "") : "";
    const records = counted ? (cells[counted.column] ?? "") : "";
    const wrong = records !== "" && !/^\d+$/.test(records);
    const problems = wrong && counted ? [notANumber(counted.column, records)] : [];
    const fate = line.trim() === "" ? "empty" : name === "" || wrong ? "refused" : "add";
    return { row: index + 2, fate, name, number: null, problems };
  });
  const tally = (fate: ImportRow["fate"]) => rows.filter((one) => one.fate === fate).length;
  return {
    sheets: ["Sheet 1"],
    sheet: "Sheet 1",
    headings,
    mapping: used,
    rows,
    added: tally("add"),
    changed: 0,
    unchanged: 0,
    refused: tally("refused"),
    problems: headings.flatMap((heading, column) =>
      used.some((one) => one.column === column) ? [] : [fillsNothing(column, heading)],
    ),
  };
}

function fillsNothing(column: number, heading: string): ImportPreview["problems"][number] {
  const message = `“${heading}” fills no field: what stands there is not taken.`;
  return { column, field: null, message, blocking: false };
}

function notANumber(column: number, value: string): ImportRow["problems"][number] {
  const message = `“${value}” is no number: write digits alone.`;
  return { column, field: "records", message, blocking: true };
}
