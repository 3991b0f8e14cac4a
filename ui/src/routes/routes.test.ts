import { describe, expect, it } from "vitest";
import { href, parse, type Route } from "./routes";

const routes: [Route, string][] = [
  [{ name: "home" }, "#/"],
  [{ name: "organization" }, "#/organization"],
  [{ name: "organization", at: "budget" }, "#/organization?at=budget"],
  [{ name: "assessment" }, "#/assessment"],
  [{ name: "question", number: "Q013" }, "#/assessment/Q013"],
  [{ name: "inventory", part: "flows" }, "#/inventory?part=flows"],
  [{ name: "asset", number: "A-003", at: "owner" }, "#/inventory/A-003?at=owner"],
  [{ name: "threats", show: "undecided" }, "#/threats?show=undecided"],
  [{ name: "threat", number: "T-005" }, "#/threats/T-005"],
  [{ name: "risks" }, "#/risks"],
  [
    { name: "risks", likelihood: "high", impact: "very_low" },
    "#/risks?likelihood=high&impact=very_low",
  ],
  [{ name: "risk", number: "R-0042" }, "#/risks/R-0042"],
  [{ name: "risk", number: "R-0042", at: "rationale" }, "#/risks/R-0042?at=rationale"],
  [{ name: "policies" }, "#/policies"],
  [
    { name: "policy", number: "POL-11", version: "2.0", at: "S-02" },
    "#/policies/POL-11?version=2.0&at=S-02",
  ],
  [{ name: "coverage" }, "#/coverage"],
  [{ name: "coverage", show: "stale", on: "2026-06-30" }, "#/coverage?show=stale&on=2026-06-30"],
  [
    { name: "comparison", number: "POL-11", from: "1.1", to: "2.0" },
    "#/comparison/POL-11?from=1.1&to=2.0",
  ],
  [{ name: "practices" }, "#/practices"],
  [{ name: "practice", number: "PR-0002", on: "2026-11-21" }, "#/practices/PR-0002?on=2026-11-21"],
  [
    { name: "practice", number: "PR-0002", part: "use", at: "at-application-rule" },
    "#/practices/PR-0002?part=use&at=at-application-rule",
  ],
  [{ name: "standards" }, "#/standards"],
  [{ name: "incidents" }, "#/incidents"],
  [{ name: "incident", number: "IN-001" }, "#/incidents/IN-001"],
  [{ name: "readers", number: "POL-25", version: "1.1" }, "#/readers/POL-25?version=1.1"],
  [{ name: "documents" }, "#/documents"],
  [
    { name: "documents", file: "policies/POL-11 v1.pdf" },
    "#/documents?file=policies%2FPOL-11+v1.pdf",
  ],
  [{ name: "evidence" }, "#/evidence"],
  [{ name: "evidence", number: "E-0007" }, "#/evidence?number=E-0007"],
  [{ name: "history" }, "#/history"],
  [
    { name: "history", on: "2026-06-30", known: "2026-07-01T08:00:00Z" },
    "#/history?on=2026-06-30&known=2026-07-01T08%3A00%3A00Z",
  ],
  [{ name: "retention", state: "disposable" }, "#/retention?state=disposable"],
  [{ name: "audit" }, "#/audit"],
  [{ name: "people" }, "#/people"],
  [{ name: "person", number: "P-0002" }, "#/people/P-0002"],
  [{ name: "backups" }, "#/backups"],
  [{ name: "backups", file: "2026-11-21 daily" }, "#/backups?file=2026-11-21+daily"],
  [{ name: "settings" }, "#/settings"],
  [{ name: "audit", record: "R-0042" }, "#/audit?record=R-0042"],
];

describe("addresses", () => {
  it.each(routes)("writes and reads %j", (route, address) => {
    expect(href(route)).toBe(address);
    expect(parse(address)).toEqual(route);
  });

  it("reads the address that the core hands over, without a hash", () => {
    expect(parse("/policies/POL-11?at=timeframes")).toEqual({
      name: "policy",
      number: "POL-11",
      at: "timeframes",
    });
  });

  it("takes an empty hash for the first screen", () => {
    expect(parse("")).toEqual({ name: "home" });
  });

  it.each(["#/nowhere", "#/risks/R-1/more", "/organization/sites", "#/documents/x"])(
    "says that %s leads nowhere",
    (address) => expect(parse(address)).toBeNull(),
  );

  it("drops a state of retention that is none", () => {
    expect(parse("#/retention?state=burnt")).toEqual({ name: "retention" });
  });

  it("drops a level that is none", () => {
    expect(parse("#/risks?likelihood=often")).toEqual({ name: "risks" });
  });

  it("keeps a number with a slash in one piece", () => {
    const route: Route = { name: "risk", number: "R/7 ä" };
    expect(parse(href(route))).toEqual(route);
  });
});
