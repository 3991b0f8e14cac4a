/** The 68 items of 45 CFR part 164 subpart C in short, with their statuses and decisions. */
import type {
  Designation,
  SafeguardCategory,
  SafeguardRow,
  SafeguardState,
} from "../../src/backend";
import { Failure } from "../../src/backend";
import { find, type Part } from "./core";

/** Section and paragraph, mark, title, standard, and whether it applies to some only. */
const ITEMS = `
308(a)(1)(i)|G|Security management process||
308(a)(1)(ii)(A)|R|Risk analysis|308(a)(1)(i)|
308(a)(1)(ii)(B)|R|Risk management|308(a)(1)(i)|
308(a)(1)(ii)(C)|R|Sanction policy|308(a)(1)(i)|
308(a)(1)(ii)(D)|R|Information system activity review|308(a)(1)(i)|
308(a)(2)|S|Assigned security responsibility||
308(a)(3)(i)|G|Workforce security||
308(a)(3)(ii)(A)|A|Authorization and/or supervision|308(a)(3)(i)|
308(a)(3)(ii)(B)|A|Workforce clearance procedure|308(a)(3)(i)|
308(a)(3)(ii)(C)|A|Termination procedures|308(a)(3)(i)|
308(a)(4)(i)|G|Information access management||
308(a)(4)(ii)(A)|R|Isolating health care clearinghouse functions|308(a)(4)(i)|applies
308(a)(4)(ii)(B)|A|Access authorization|308(a)(4)(i)|
308(a)(4)(ii)(C)|A|Access establishment and modification|308(a)(4)(i)|
308(a)(5)(i)|G|Security awareness and training||
308(a)(5)(ii)(A)|A|Security reminders|308(a)(5)(i)|
308(a)(5)(ii)(B)|A|Protection from malicious software|308(a)(5)(i)|
308(a)(5)(ii)(C)|A|Log-in monitoring|308(a)(5)(i)|
308(a)(5)(ii)(D)|A|Password management|308(a)(5)(i)|
308(a)(6)(i)|G|Security incident procedures||
308(a)(6)(ii)|R|Response and reporting|308(a)(6)(i)|
308(a)(7)(i)|G|Contingency plan||
308(a)(7)(ii)(A)|R|Data backup plan|308(a)(7)(i)|
308(a)(7)(ii)(B)|R|Disaster recovery plan|308(a)(7)(i)|
308(a)(7)(ii)(C)|R|Emergency mode operation plan|308(a)(7)(i)|
308(a)(7)(ii)(D)|A|Testing and revision procedures|308(a)(7)(i)|
308(a)(7)(ii)(E)|A|Applications and data criticality analysis|308(a)(7)(i)|
308(a)(8)|S|Evaluation||
308(b)(1)|G|Business associate contracts and other arrangements||applies
308(b)(3)|R|Written contract or other arrangement|308(b)(1)|applies
310(a)(1)|G|Facility access controls||
310(a)(2)(i)|A|Contingency operations|310(a)(1)|
310(a)(2)(ii)|A|Facility security plan|310(a)(1)|
310(a)(2)(iii)|A|Access control and validation procedures|310(a)(1)|
310(a)(2)(iv)|A|Maintenance records|310(a)(1)|
310(b)|S|Workstation use||
310(c)|S|Workstation security||
310(d)(1)|G|Device and media controls||
310(d)(2)(i)|R|Disposal|310(d)(1)|
310(d)(2)(ii)|R|Media re-use|310(d)(1)|
310(d)(2)(iii)|A|Accountability|310(d)(1)|
310(d)(2)(iv)|A|Data backup and storage|310(d)(1)|
312(a)(1)|G|Access control||
312(a)(2)(i)|R|Unique user identification|312(a)(1)|
312(a)(2)(ii)|R|Emergency access procedure|312(a)(1)|
312(a)(2)(iii)|A|Automatic logoff|312(a)(1)|
312(a)(2)(iv)|A|Encryption and decryption|312(a)(1)|
312(b)|S|Audit controls||
312(c)(1)|G|Integrity||
312(c)(2)|A|Mechanism to authenticate electronic protected health information|312(c)(1)|
312(d)|S|Person or entity authentication||
312(e)(1)|G|Transmission security||
312(e)(2)(i)|A|Integrity controls|312(e)(1)|
312(e)(2)(ii)|A|Encryption|312(e)(1)|
314(a)(1)|G|Business associate contracts or other arrangements||applies
314(a)(2)(i)|R|Business associate contracts|314(a)(1)|applies
314(a)(2)(ii)|R|Other arrangements|314(a)(1)|applies
314(a)(2)(iii)|R|Business associate contracts with subcontractors|314(a)(1)|applies
314(b)(1)|G|Requirements for group health plans||applies
314(b)(2)(i)|R|Group health plan amendment: safeguards|314(b)(1)|applies
314(b)(2)(ii)|R|Group health plan amendment: adequate separation|314(b)(1)|applies
314(b)(2)(iii)|R|Group health plan amendment: agents|314(b)(1)|applies
314(b)(2)(iv)|R|Group health plan amendment: incident reports|314(b)(1)|applies
316(a)|S|Policies and procedures||
316(b)(1)|G|Documentation||
316(b)(2)(i)|R|Time limit|316(b)(1)|
316(b)(2)(ii)|R|Availability|316(b)(1)|
316(b)(2)(iii)|R|Updates|316(b)(1)|
`;

const MARKS: Record<string, Designation> = {
  R: "required",
  A: "addressable",
  S: "standard_without_specifications",
  G: "standard_with_specifications",
};
const CATEGORIES: Record<string, SafeguardCategory> = {
  "308": "administrative",
  "310": "physical",
  "312": "technical",
  "314": "organizational",
  "316": "policies_procedures_documentation",
};

export function safeguardRows(): SafeguardRow[] {
  return ITEMS.trim().split("\n").map(row);
}

export function safeguard(): Part<"safeguard"> {
  const items = safeguardRows();
  const named = (citation: string) => find(items, (one) => one.safeguard.citation === citation);
  const list = () => ({ assessment: "AS-2026", open: true, edition: "2013-03-26", items });
  return {
    "safeguard::list": list,
    "safeguard::save": ({ status, based_on_revision }) => {
      const one = named(status.safeguard);
      if (based_on_revision !== one.status_revision) throw new Failure("conflict", "");
      if (!one.allowed.includes(status.status)) throw new Failure("invalid", "");
      one.status = status;
      one.status_revision += 1;
      return { number: status.safeguard, revision: one.status_revision };
    },
    "safeguard::decide": ({ decision, based_on_revision }) => {
      const one = named(decision.specification);
      if (based_on_revision !== one.decision_revision) throw new Failure("conflict", "");
      if (!decision.reasonable && decision.cost_is_main_reason) throw new Failure("invalid", "");
      one.decision = { ...decision, approval: undefined };
      one.decision_revision += 1;
      one.decision_lacks = lacks(one);
      return { number: decision.specification, revision: one.decision_revision };
    },
    "safeguard::approve": ({ specifications, statement }) => {
      for (const citation of specifications) {
        const one = named(citation);
        if (one.decision === null) throw new Failure("invalid", "");
        const approval = { by: "P-001", capacity: "security_official" as const, on: "2026-11-21" };
        one.decision.approval = { ...approval, statement };
        one.decision_lacks = lacks(one);
      }
      return list();
    },
  };
}

function row(line: string, index: number): SafeguardRow {
  const [place = "", mark = "", title = "", parent = "", applies = ""] = line.split("|");
  const designation = MARKS[mark] ?? "required";
  const citation = `45 CFR 164.${place}`;
  const one: SafeguardRow = {
    safeguard: {
      id: `HSR-${place}`,
      citation,
      kind: parent ? "specification" : "standard",
      category: CATEGORIES[place.slice(0, 3)] ?? "administrative",
      title,
      title_is_official: true,
      designation,
      ...(parent ? { parent: `45 CFR 164.${parent}` } : {}),
      also_cites: [],
      in_appendix_a: true,
      summary: `What the rule asks for under “${title}”, in our words.`,
      ...(applies ? { applies_if: "the organization is of the kind that the rule names" } : {}),
      nist_800_53r5: [],
      csf_2_0: [],
    },
    mark: mark === "A" ? "Addressable" : "Required",
    status: index < 12 ? status(citation, index === 5 ? "partial" : "in_place") : null,
    allowed: allowed(designation, applies !== ""),
    status_revision: index < 12 ? 1 : 0,
    decision: null,
    decision_revision: 0,
    decision_lacks: [],
    policies: index % 4 === 0 ? ["POL-11"] : [],
    risks: index % 5 === 0 ? ["R-0004", "R-0010"] : [],
  };
  return { ...one, decision_lacks: lacks(one) };
}

function status(safeguard: string, state: SafeguardState) {
  const gap = state === "partial" ? { owner: "P-004", due: "2027-01-31" } : {};
  const note = "Seen in the walk-through of March.";
  return { safeguard, status: state, note, policies: [], evidence: [], ...gap, carried: false };
}

function allowed(designation: Designation, applies: boolean): SafeguardState[] {
  const states: SafeguardState[] = ["in_place", "partial", "planned", "not_in_place"];
  if (designation === "addressable") states.push("alternative");
  if (applies) states.push("not_applicable");
  return states;
}

/** What the decision on an addressable item lacks, as the core names it. */
function lacks({ safeguard, decision }: SafeguardRow): string[] {
  if (safeguard.designation !== "addressable") return [];
  if (decision === null) return ["decision"];
  const texts = [
    "contribution",
    "size",
    "infrastructure",
    "cost",
    "probability",
    "rationale",
  ] as const;
  const missing: string[] = texts.filter((field) => decision[field].trim() === "");
  if (decision.reasonable && !decision.implemented_by) missing.push("implemented_by");
  if (!decision.reasonable && !decision.alternative && !decision.no_alternative_reason) {
    missing.push("alternative");
  }
  if (!decision.approval) missing.push("approval");
  return missing;
}
