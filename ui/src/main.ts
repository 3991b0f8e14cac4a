/** Starts the window. */
import { mount } from "svelte";
import "./shared/styles/index.css";
import Window from "./shell/Window.svelte";

const target = document.getElementById("window");
if (target !== null) mount(Window, { target });
