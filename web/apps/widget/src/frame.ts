import { load } from "virtual:texts/widget";

const panel = document.getElementById("panel");
if (panel) {
  const t = await load("fi");
  panel.textContent = t("widget-opening");
}
