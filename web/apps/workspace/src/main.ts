import "@luukku/ui/all.css";
import { load } from "virtual:texts/workspace";
import { mount } from "svelte";
import App from "./App.svelte";

const target = document.getElementById("app");
if (target) {
  const t = await load("fi");
  mount(App, { target, props: { t } });
}
