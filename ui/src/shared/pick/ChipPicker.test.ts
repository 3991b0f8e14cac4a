import { fireEvent, render, screen } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import ChipPicker from "./ChipPicker.svelte";

const CHOICES = ["R-0001", "R-0002", "R-0003"].map((value) => ({ value, label: `${value} words` }));

function open(chosen: string[] = []) {
  const picked: string[][] = [];
  const props = { label: "Risks", prompt: "Choose a risk", choices: CHOICES, chosen };
  const view = render(ChipPicker, { ...props, onpick: (now: string[]) => void picked.push(now) });
  return { picked, view, list: screen.getByLabelText<HTMLSelectElement>("Risks") };
}

async function arrowTo(list: HTMLSelectElement, value: string): Promise<void> {
  await fireEvent.keyDown(list, { key: "ArrowDown" });
  await fireEvent.change(list, { target: { value } });
}

describe("picking from a list", () => {
  it("takes nothing that the arrow keys only pass by", async () => {
    const { picked, list } = open();
    await arrowTo(list, "R-0001");
    await arrowTo(list, "R-0002");
    expect(picked).toEqual([]);
    await fireEvent.keyDown(list, { key: "Enter" });
    expect(picked).toEqual([["R-0002"]]);
  });

  it("takes what waits by its button, and gives the list the focus back", async () => {
    const { picked, list } = open();
    await arrowTo(list, "R-0003");
    await fireEvent.click(screen.getByRole("button", { name: "Add R-0003 words" }));
    expect(picked).toEqual([["R-0003"]]);
    expect(document.activeElement).toBe(list);
  });

  it("takes at once what is chosen in the unfolded list", async () => {
    const { picked, list } = open();
    await fireEvent.keyDown(list, { key: " " });
    await fireEvent.change(list, { target: { value: "R-0002" } });
    expect(picked).toEqual([["R-0002"]]);
  });

  it("gives the next chip the focus when one is taken away, and the list after the last", async () => {
    const { picked, view, list } = open(["R-0001", "R-0002"]);
    const remove = screen.getByRole("button", { name: "Remove R-0001 words" });
    remove.focus();
    await fireEvent.click(remove);
    expect(picked).toEqual([["R-0002"]]);
    await view.rerender({ chosen: ["R-0002"] });
    const left = screen.getByRole("button", { name: "Remove R-0002 words" });
    const gone = fireEvent.click(left);
    await view.rerender({ chosen: [] });
    await gone;
    expect(document.activeElement).toBe(list);
  });
});
