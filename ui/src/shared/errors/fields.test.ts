import { describe, expect, it } from "vitest";
import { Failure } from "../../backend";
import { otherProblems, problemOf } from "./fields";

const failure = new Failure("invalid", "", null, [
  { field: "name", code: "too_short", message: "Too short." },
  { field: "/account/login", code: "taken", message: "Taken." },
  { field: "account.passphrase", code: "too_short", message: "Longer, please." },
]);

describe("faults by field", () => {
  it("finds a field at the top and one inside another, however the core writes the path", () => {
    expect(problemOf(failure, "name")).toBe("Too short.");
    expect(problemOf(failure, "login")).toBe("Taken.");
    expect(problemOf(failure, "passphrase")).toBe("Longer, please.");
  });

  it("finds nothing for a field that is right, and nothing without a failure", () => {
    expect(problemOf(failure, "title")).toBeNull();
    expect(problemOf(null, "name")).toBeNull();
  });

  it("keeps the faults of fields that the form does not show", () => {
    expect(otherProblems(failure, ["name", "login"])).toEqual(["Longer, please."]);
    expect(otherProblems(null, [])).toEqual([]);
  });
});
