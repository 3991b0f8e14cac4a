import { describe, expect, it } from "vitest";
import type { Level, RiskDetail, RiskState } from "../../backend";
import { offers } from "./acts";

type Given = { level?: Level | null; status?: RiskState; open?: boolean; planned?: boolean };

function detail({ level = "high", status = "evaluated", open = true, planned }: Given): RiskDetail {
  const limit = {
    may_accept: false,
    latest: null,
    who: "an executive, at most 90 days",
    times: "",
  };
  const treatment = planned ? { plan: "Encrypt.", done_on: undefined } : undefined;
  return { row: { level, status }, risk: { treatment }, limit, open } as unknown as RiskDetail;
}

describe("what may be done about a risk", () => {
  it("asks for a rating before a plan, and removes only what nobody rated", () => {
    const offer = offers(detail({ level: null }), true);
    expect(offer.plan).toMatch(/^Rate the risk first/);
    expect(offer.accept).toMatch(/^Rate the risk first/);
    expect(offer.remove).toBeNull();
    expect(offers(detail({}), true).remove).not.toBeNull();
    expect(offers(detail({ level: null, open: false }), true).remove).not.toBeNull();
  });

  it("says who may accept where the person may not", () => {
    expect(offers(detail({}), true).accept).toContain("an executive, at most 90 days");
  });

  it("finishes only what is planned", () => {
    expect(offers(detail({}), true).finish).not.toBeNull();
    expect(offers(detail({ planned: true }), true).finish).toBeNull();
  });

  it("lets a reader only accept, if the level allows it", () => {
    const one = detail({ planned: true });
    one.limit.may_accept = true;
    const offer = offers(one, false);
    expect(offer.accept).toBeNull();
    for (const act of ["plan", "finish", "close", "remove"] as const)
      expect(offer[act]).toMatch(/does not change them/);
  });

  it("does nothing more about a closed one", () => {
    const offer = offers(detail({ status: "closed", planned: true }), true);
    expect([offer.plan, offer.accept, offer.finish, offer.close]).toEqual(
      Array(4).fill("The risk is closed."),
    );
  });
});
