/** The window against the fake core, for work on the screens: `npm run dev`, /tests/fake/index.html. */
import { mount } from "svelte";
import { useTransport } from "../../src/backend/transport";
import "../../src/shared/styles/index.css";
import { fake } from "./transport";

const asked = new URLSearchParams(window.location.search);
const theme = asked.get("theme");
if (theme) localStorage.setItem("appearance", theme);
useTransport(
  fake({
    badPlace: asked.get("place") === "bad",
    noAssessment: asked.get("assessment") === "none",
    moreAssets: Number(asked.get("assets") ?? 0),
  }),
);

if (asked.has("open")) {
  const { call } = await import("../../src/backend");
  await call("workspace::open", {
    path: "/",
    login: asked.get("open") || "dana",
    passphrase: "sample",
  });
}
const { default: Window } = await import("../../src/shell/Window.svelte");
const target = document.getElementById("window");
if (target !== null) mount(Window, { target });
