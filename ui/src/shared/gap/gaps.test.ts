import { describe, expect, it } from "vitest";
import type { Gap, GapCode, Step } from "../../backend";
import { href, parse } from "../../routes";
import { slugOf } from "../safeguard/slug";
import { gapWords, routeOfGap } from "./gaps";

const gap = (step: Step, code: GapCode, path: string, subject: string): Gap => ({
  step,
  code,
  path,
  subject,
  blocking: true,
});
const AT = "/assessments/0";
const ITEM = "45 CFR 164.312(a)(2)(iv)";

describe("a gap", () => {
  it.each([
    [
      gap("organization", "profile_incomplete", "/organization/budget", "budget"),
      "#/organization?at=budget",
    ],
    [
      gap("organization", "no_security_official", "/organization/duties", "45 CFR 164.308(a)(2)"),
      "#/organization?at=duties",
    ],
    [gap("organization", "question_unanswered", `${AT}/answers`, "Q016"), "#/assessment/Q016"],
    [gap("organization", "answer_faulty", `${AT}/answers/4`, "Q016"), "#/assessment/Q016"],
    [gap("organization", "not_confirmed", `${AT}/answers/4`, "Q016"), "#/assessment/Q016"],
    [gap("inventory", "not_confirmed", `${AT}/assets/3`, "A-004"), "#/inventory/A-004"],
    [gap("inventory", "not_confirmed", `${AT}/flows/2`, "2"), "#/inventory"],
    [gap("threats", "not_confirmed", `${AT}/threats/2`, "T-003"), "#/threats/T-003"],
    [gap("ratings", "not_confirmed", `${AT}/risks/2`, "R-0003"), "#/risks/R-0003"],
    [gap("inventory", "no_asset", `${AT}/assets`, "AS-2026"), "#/inventory"],
    [
      gap("inventory", "owner_missing", `${AT}/assets/3/owner`, "A-004"),
      "#/inventory/A-004?at=owner",
    ],
    [
      gap("inventory", "criticality_missing", `${AT}/assets/3/criticality`, "A-004"),
      "#/inventory/A-004?at=criticality",
    ],
    [
      gap("inventory", "asset_without_risk", `${AT}/assets/3/no_risk_reason`, "A-004"),
      "#/inventory/A-004?at=no_risk_reason",
    ],
    [gap("threats", "threat_undecided", `${AT}/threats`, "T-007"), "#/threats/T-007?at=answer"],
    [
      gap("threats", "threat_unsure", `${AT}/threats/2/answer`, "T-007"),
      "#/threats/T-007?at=answer",
    ],
    [
      gap("threats", "reason_missing", `${AT}/threats/2/reason`, "T-007"),
      "#/threats/T-007?at=reason",
    ],
    [gap("ratings", "threat_without_risk", `${AT}/risks`, "T-007"), "#/threats?show=proposals"],
    [
      gap("ratings", "risk_not_rated", `${AT}/risks/0/status`, "R-0046"),
      "#/risks/R-0046?at=rating",
    ],
    [
      gap("ratings", "weakness_missing", `${AT}/risks/0/vulnerabilities`, "R-0046"),
      "#/risks/R-0046?at=vulnerabilities",
    ],
    [
      gap("ratings", "effect_missing", `${AT}/risks/0/effect`, "R-0046"),
      "#/risks/R-0046?at=effect",
    ],
    [
      gap("ratings", "rationale_missing", `${AT}/risks/0/rationale`, "R-0046"),
      "#/risks/R-0046?at=rationale",
    ],
    [
      gap("ratings", "target_above_residual", `${AT}/risks/0/target`, "R-0046"),
      "#/risks/R-0046?at=target",
    ],
    [
      gap("ratings", "plan_missing", `${AT}/risks/0/treatment`, "R-0004"),
      "#/risks/R-0004?at=treatment",
    ],
    [
      gap("ratings", "plan_overdue", `${AT}/risks/0/treatment/due`, "R-0004"),
      "#/risks/R-0004?at=treatment",
    ],
    [
      gap("ratings", "acceptance_not_allowed", `${AT}/risks/0/acceptance`, "R-0004"),
      "#/risks/R-0004?at=acceptance",
    ],
    [
      gap("safeguards", "status_missing", `${AT}/safeguards`, ITEM),
      "#/safeguards/312-a-2-iv?at=status",
    ],
    [
      gap("safeguards", "status_not_allowed", `${AT}/safeguards/5/status`, ITEM),
      "#/safeguards/312-a-2-iv?at=status",
    ],
    [
      gap("safeguards", "reason_missing", `${AT}/safeguards/5/note`, ITEM),
      "#/safeguards/312-a-2-iv?at=note",
    ],
    [
      gap("safeguards", "closure_missing", `${AT}/safeguards/5/due`, ITEM),
      "#/safeguards/312-a-2-iv?at=due",
    ],
    [
      gap("safeguards", "decision_missing", `${AT}/decisions`, ITEM),
      "#/safeguards/312-a-2-iv?at=decision",
    ],
    [
      gap("safeguards", "decision_incomplete", `${AT}/decisions/1`, ITEM),
      "#/safeguards/312-a-2-iv?at=decision",
    ],
    [
      gap("safeguards", "decision_not_approved", `${AT}/decisions/1/approval`, ITEM),
      "#/safeguards/312-a-2-iv?at=approval",
    ],
    [gap("approval", "scope_missing", `${AT}/scope`, "AS-2026"), "#/assessment?at=scope"],
    [gap("approval", "sources_missing", `${AT}/sources`, "AS-2026"), "#/assessment?at=sources"],
    [
      gap("approval", "open_item_without_owner", `${AT}/open_items/0`, "The old server"),
      "#/assessment?at=open_items",
    ],
    [gap("approval", "no_approver", `${AT}/approvals`, "AS-2026"), "#/people"],
  ])("of %j leads to %s", (one, address) => {
    const route = routeOfGap(one);
    expect(href(route)).toBe(address);
    // The address is one that a screen answers.
    expect(parse(address)).toEqual(route);
    expect(gapWords(one)).not.toMatch(/_|45 CFR|undefined/);
  });

  it("of a newer core leads at least to the room of its step", () => {
    const one = gap("safeguards", "brand_new" as GapCode, `${AT}/new`, "x");
    expect(routeOfGap(one)).toEqual({ name: "safeguards" });
    expect(gapWords(one)).toBe("x");
  });
});

describe("the address of a safeguard", () => {
  it.each([
    ["45 CFR 164.308(a)(1)(ii)(A)", "308-a-1-ii-A"],
    ["45 CFR 164.316(a)", "316-a"],
    ["45 CFR 164.314(b)(2)(i)", "314-b-2-i"],
  ])("%s is %s", (citation, slug) => expect(slugOf(citation)).toBe(slug));
});
