/** Standards of the fake clinic, and a small reader of catalogues. */
import { Failure, type FrameworkPreview, type FrameworkRow } from "../../src/backend";
import { find, type Part } from "./core";

const TODAY = "2026-11-21";
const MAPPINGS = [
  {
    framework: "nist-800-53r5",
    basis: "The mapping that NIST publishes",
    pairs: 287,
    note: "Per citation.",
  },
];
const ELEMENTS: Record<string, [string, string][]> = {
  "nist-csf-2.0": [
    ["RS.MI", "Incident Mitigation"],
    ["RS.MI-01", "Incident Mitigation: contained"],
    ["RS.MI-02", "Incident Mitigation: eradicated"],
  ],
  "nist-800-53r5": [
    ["IR-4", "Incident Handling"],
    ["IR-6", "Incident Reporting"],
  ],
};

export function framework(): Part<"framework"> {
  const rows: FrameworkRow[] = [
    carried("nist-csf-2.0", "NIST Cybersecurity Framework", "2.0", { used_by: 12 }),
    carried("nist-800-53r5", "Security and Privacy Controls", "Rev. 5", { used_by: 4 }),
    carried("hhs-sra", "Security Risk Assessment Tool", "3.6", { serves_d3: false }),
  ];
  const elements = new Map(Object.entries(ELEMENTS));
  return {
    "framework::list": () => ({ frameworks: rows }),
    "framework::elements": ({ framework, text = "" }) => {
      const wanted = text.toLowerCase();
      const found = (elements.get(framework) ?? []).filter(
        ([id, title]) =>
          id.toLowerCase().startsWith(wanted) || title.toLowerCase().includes(wanted),
      );
      return { elements: found.map(([id, title]) => ({ id, title })), more: 0 };
    },
    "framework::propose": ({ safeguards }) => ({
      proposals: safeguards.slice(0, 1).flatMap((via) =>
        (ELEMENTS["nist-800-53r5"] ?? []).map(([element, title]) => ({
          framework: "nist-800-53r5",
          element,
          title,
          via,
        })),
      ),
      mappings: safeguards.length > 0 ? MAPPINGS : [],
    }),
    "framework::preview": ({ text }) => read(text, rows).preview,
    "framework::import": ({ file_name, text, publisher, consensus_based, reason }) => {
      const { preview, listed } = read(text, rows);
      if (preview.problems.length > 0) throw new Failure("invalid", "");
      const id = `own-${preview.name}-${preview.version}`.toLowerCase().replace(/[^a-z0-9]+/g, "-");
      const row: FrameworkRow = {
        ...carried(id, preview.name, preview.version, {}),
        publisher: publisher ?? preview.publisher ?? "",
        own: true,
        elements: listed.length,
        serves_d3: consensus_based,
        import: { source: file_name, imported_on: TODAY, consensus_based, reason },
      };
      elements.set(id, listed);
      rows.splice(0, rows.length, ...rows.filter((one) => one.id !== id), row);
      return { frameworks: rows };
    },
    "framework::retire": ({ id }) => {
      Object.assign(
        find(rows, (one) => one.id === id),
        { current: false, serves_d3: false },
      );
      return { frameworks: rows };
    },
    "framework::remove": ({ id }) => {
      const row = find(rows, (one) => one.id === id);
      rows.splice(rows.indexOf(row), 1);
      return { frameworks: rows };
    },
  };
}

function carried(
  id: string,
  name: string,
  version: string,
  part: Partial<FrameworkRow>,
): FrameworkRow {
  const elements = ELEMENTS[id]?.length ?? 0;
  const marks = { current: true, serves_d3: true, own: false, elements, used_by: 0 };
  return { id, name, version, publisher: "NIST", published: "2024", ...marks, ...part };
}

type Catalog = { title?: string; version?: string; controls?: { id: string; title: string }[] };

/** A catalogue of the tests: title, version and controls, without groups. */
function read(
  text: string,
  rows: FrameworkRow[],
): { preview: FrameworkPreview; listed: [string, string][] } {
  const { title = "", version = "", controls = [] } = JSON.parse(text) as Catalog;
  const listed = controls.map(({ id, title }): [string, string] => [id, title]);
  const message = "The catalogue has no title.";
  const faulty = { field: "/catalog/metadata/title", code: "title_missing", message };
  const preview: FrameworkPreview = {
    name: title,
    version,
    publisher: "Lake States Hospital Network",
    published: "2026-03-02",
    elements: listed.length,
    withdrawn: 1,
    first: listed.map(([id, title]) => ({ id, title })),
    replaces: rows.some((one) => one.name === title && one.version === version),
    problems: title === "" ? [faulty] : [],
    more_problems: 0,
  };
  return { preview, listed };
}
