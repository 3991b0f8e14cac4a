/**
 * Records of the workspace as the choices of a picker: read once a screen asks, forgotten on locking.
 */
import { call } from "../../backend";
import { lasting } from "../feedback/forget";
import { Resource } from "../feedback/resource.svelte";

export type Choice = { value: string; label: string };

class Choices extends Resource<Choice[]> {
  /** The choices that are known by now. */
  get list(): readonly Choice[] {
    return this.value ?? [];
  }

  /** The label of a value; the value itself where it is not known. */
  words(value: string | undefined): string {
    if (value === undefined) return "";
    return this.list.find((one) => one.value === value)?.label ?? value;
  }

  /** With a first line that stands for no choice. */
  withNone(label: string): Choice[] {
    return [{ value: "", label }, ...this.list];
  }
}

const choices = (source: () => Promise<Choice[]>) => lasting(new Choices(source));

export const personChoices = choices(async () => {
  const { people } = await call("person::list", {});
  return people.map(({ person }) => ({ value: person.number, label: person.name }));
});

export const evidenceChoices = choices(async () => {
  const { items } = await call("evidence::list", {});
  return items.map(({ evidence: { number, title } }) => ({
    value: number,
    label: `${number} ${title}`,
  }));
});

export const policyChoices = choices(async () => {
  const { policies } = await call("policy::list", {});
  return policies.map(({ number, title }) => ({ value: number, label: `${number} ${title}` }));
});

export const riskChoices = choices(async () => {
  const { risks } = await call("risk::list", {});
  return risks.map(({ number, threat, asset }) => ({
    value: number,
    label: `${number} ${threat} — ${asset}`,
  }));
});

export const safeguardChoices = choices(async () => {
  const { items } = await call("safeguard::list", {});
  return items.map(({ safeguard: { citation, title } }) => ({
    value: citation,
    label: `${citation.replace("45 CFR ", "")} ${title}`,
  }));
});

export const assetChoices = choices(async () => {
  const { assets } = await call("inventory::get", {});
  return assets.map(({ asset: { number, name } }) => ({
    value: number,
    label: `${number} ${name}`,
  }));
});

export const vendorChoices = choices(async () => {
  const { vendors } = await call("inventory::get", {});
  return vendors.map(({ number, name }) => ({ value: number, label: `${number} ${name}` }));
});

export const threatChoices = choices(async () => {
  const { threats } = await call("threat::list", {});
  return threats.map(({ id, name }) => ({ value: id, label: `${id} ${name}` }));
});
