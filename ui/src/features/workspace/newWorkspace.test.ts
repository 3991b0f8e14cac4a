import { describe, expect, it } from "vitest";
import { folderName, problemsOf, withEnding } from "./newWorkspace";

const GOOD = {
  organization: "Lakeside Family Clinic",
  name: "Dana Whitfield",
  login: "dana",
  passphrase: "correct horse battery",
  again: "correct horse battery",
  path: "/home/dana/lakeside",
};

describe("a new workspace", () => {
  it("has nothing wrong when everything is there", () => expect(problemsOf(GOOD)).toEqual({}));

  it("names everything that is wrong at once", () => {
    const empty = { organization: " ", name: "", login: "", passphrase: "", again: "", path: " " };
    expect(Object.keys(problemsOf(empty)).sort()).toEqual([
      "login",
      "name",
      "organization",
      "passphrase",
      "path",
    ]);
    expect(Object.keys(problemsOf({ ...GOOD, again: "other" }))).toEqual(["again"]);
  });

  it("gives the folder the ending once", () => {
    expect(withEnding(" /home/dana/lakeside/ ")).toBe("/home/dana/lakeside.riskwright");
    expect(withEnding("C:\\lakeside.riskwright")).toBe("C:\\lakeside.riskwright");
    expect(withEnding("  ")).toBe("");
  });

  it("names the folder after the organization", () => {
    expect(folderName("Lakeside Family Clinic, P.C.")).toBe(
      "lakeside-family-clinic-p-c.riskwright",
    );
    expect(folderName("Clínica São João")).toBe("clinica-sao-joao.riskwright");
    expect(folderName("")).toBe("workspace.riskwright");
  });
});
