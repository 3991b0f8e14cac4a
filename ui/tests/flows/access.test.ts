import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { openAt } from "./open";

const READS = /You can read this as/;

describe("what a person's access leaves out", () => {
  it("keeps an auditor from rating a risk, with a reason", async () => {
    await openAt("#/risks/R-0010", "Risks", "paula");
    const reason = await screen.findByRole("textbox", { name: "Why these levels?" });
    expect(reason).toHaveProperty("disabled", true);
    const group = screen.getByRole("group", { name: /How likely does it start/ });
    expect(group).toHaveProperty("disabled", true);
    expect(screen.getByText(READS)).toBeTruthy();
  });

  it("keeps an executive from writing a statement, but not from signing papers", async () => {
    await openAt("#/policies/POL-11", "Security incident response", "ruth");
    await screen.findByRole("article", { name: "Statement S-02" });
    expect(screen.queryByRole("button", { name: /Edit\s+S-02/ })).toBeNull();
    expect(screen.getByText(READS)).toBeTruthy();
    expect(await screen.findByRole("button", { name: "Write PDF" })).toHaveProperty(
      "disabled",
      false,
    );
  });

  it("keeps an auditor from writing papers", async () => {
    await openAt("#/policies/POL-11", "Security incident response", "paula");
    expect(await screen.findByRole("button", { name: "Write PDF" })).toHaveProperty(
      "disabled",
      true,
    );
  });

  it("keeps a contributor from judging", async () => {
    await openAt("#/practices/PR-0002", /./, "ines");
    const main = within(await screen.findByRole("main"));
    await main.findAllByText(/but not judge/);
    expect(screen.queryByRole("button", { name: /^Judge this/ })).toBeNull();
  });

  it("leaves everything to the official", async () => {
    await openAt("#/risks/R-0010", "Risks");
    const reason = await screen.findByRole("textbox", { name: "Why these levels?" });
    expect(reason).toHaveProperty("disabled", false);
    expect(screen.queryByText(READS)).toBeNull();
  });
});
