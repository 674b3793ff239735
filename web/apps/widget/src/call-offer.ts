/** The offer to be called, for the pages that have one; what it shows is fetched when it is first offered. */
import closedStyle from "./closed.css?url";
import { el } from "./dom";
import { Lazy } from "./lazy";
import { dressed } from "./parts";
import type { Acts, Scene } from "./scene";

/** One node for all pages and drawings: what is typed in it stays when a page is drawn anew. */
const node = el("div", { class: "call" });
let latest: [Scene, Acts] | null = null;
const part = new Lazy(async () => dressed(import("./call"), closedStyle), draw);

/** Whether the desk has been asked to call, and has not called yet. */
export function isCallOrdered({ talk: { standing } }: Pick<Scene, "talk">): boolean {
  return standing?.channel === "call_back" && standing.state !== "ended";
}

export function callOffer(scene: Scene, acts: Acts): HTMLElement[] {
  if (!scene.widget.call_back && !isCallOrdered(scene)) return [];
  latest = [scene, acts];
  draw();
  return [node];
}

function draw(): void {
  if (latest !== null) part.now?.drawCall(node, ...latest);
}
