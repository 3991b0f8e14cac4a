import { render } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import Checkbox from "./Checkbox.svelte";
import DateField from "./DateField.svelte";
import NumberField from "./NumberField.svelte";
import SelectField from "./SelectField.svelte";
import TextArea from "./TextArea.svelte";
import TextField from "./TextField.svelte";

/** The texts that `aria-describedby` of an element points at. */
function descriptions(element: HTMLElement): (string | undefined)[] {
  const ids = element.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent?.trim());
}

const words = {
  label: "Login",
  hint: "As on your badge.",
  error: "Say who you are.",
  required: true,
};

describe("text fields", () => {
  it.each([
    ["TextField", TextField],
    ["TextArea", TextArea],
  ])("%s has its label as its name, and its hint and fault as descriptions", (_, component) => {
    const { getByRole } = render(component, { ...words, value: "dana" });
    const box = getByRole("textbox", { name: "Login" });
    expect(descriptions(box)).toEqual([words.hint, words.error]);
    expect(box.getAttribute("aria-invalid")).toBe("true");
    expect(box).toHaveProperty("required", true);
    expect(box).toHaveProperty("value", "dana");
  });

  it("says which fields may stay empty, and describes nothing where there is nothing", () => {
    const { getByRole, getByText } = render(TextField, { label: "Note", value: "" });
    expect(getByText("optional")).toBeTruthy();
    const box = getByRole("textbox", { name: "Note" });
    expect(box.hasAttribute("aria-describedby")).toBe(false);
    expect(box.hasAttribute("aria-invalid")).toBe(false);
  });

  it("hides a passphrase and still has a name", () => {
    const { getByLabelText } = render(TextField, {
      label: "Passphrase",
      value: "",
      type: "password",
    });
    expect(getByLabelText("Passphrase").getAttribute("type")).toBe("password");
  });
});

describe("SelectField", () => {
  it("is a named list that tells the chosen value", async () => {
    const onchange = vi.fn();
    const options = [
      { value: "author", label: "Author" },
      { value: "approver", label: "Approver" },
    ];
    const { getByRole } = render(SelectField, {
      props: { label: "Sign as", value: "author", options, onchange, required: true },
    });
    await userEvent.selectOptions(getByRole("combobox", { name: "Sign as" }), "approver");
    expect(onchange).toHaveBeenCalledExactlyOnceWith("approver");
  });
});

describe("Checkbox", () => {
  it("has its label as its name and its hint as description", async () => {
    const onchange = vi.fn();
    const { getByRole } = render(Checkbox, {
      label: "Single-key shortcuts",
      hint: "Turn off where they get in the way.",
      checked: false,
      onchange,
    });
    const box = getByRole("checkbox", { name: "Single-key shortcuts" });
    expect(descriptions(box)).toEqual(["Turn off where they get in the way."]);
    await userEvent.click(box);
    expect(onchange).toHaveBeenCalledExactlyOnceWith(true);
  });
});

describe("DateField", () => {
  it("names the group and each part, and tells a date once it is one", async () => {
    const onpick = vi.fn();
    const { getByRole, getAllByRole } = render(DateField, {
      label: "Checked for",
      value: "2026-11-21",
      required: true,
      onpick,
    });
    expect(getByRole("group", { name: "Checked for" })).toBeTruthy();
    const [day] = getAllByRole("spinbutton");
    expect(day?.textContent).toContain("21");
    day?.focus();
    await userEvent.keyboard("{ArrowUp}");
    expect(onpick).toHaveBeenLastCalledWith("2026-11-22");
  });
});

describe("a number with limits", () => {
  it.each([
    ["0", "At least 1."],
    ["13", "At most 12."],
  ])("says so for %s, and hands nothing on", async (typed, said) => {
    const onpick = vi.fn();
    const props = { label: "Months", required: true, least: 1, most: 12, value: undefined, onpick };
    const { getByRole } = render(NumberField, props);
    const box = getByRole("textbox", { name: "Months" });
    // The first digit of 13 is a month; what both digits say is none.
    await userEvent.type(box, typed);
    expect(descriptions(box)).toEqual([said]);
    expect(onpick).not.toHaveBeenCalledWith(Number(typed));
  });
});
