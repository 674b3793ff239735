import "@luukku/ui/all.css";
import { mount } from "svelte";
import App from "./App.svelte";
import { Shell } from "./shell/shell.svelte.ts";

const target = document.getElementById("app");
if (target) {
  const shell = new Shell();
  await shell.open();
  mount(App, { target, props: { shell } });
}
