/** What stands beside the thread: in the queue and at the end. */
import { callOffer } from "./call-offer";
import { button, el } from "./dom";
import { waited } from "./elapsed";
import { saveTranscript } from "./files";
import { estimate } from "./format";
import type { Acts, Scene } from "./scene";

/** The estimate in words, until it has been waited for in vain. */
export function hopedWait(scene: Scene): string | null {
  const { queue, standing } = scene.talk;
  return estimate(scene, queue?.estimate_s, (scene.now - (standing?.waiting_since ?? scene.now)) / 1000);
}

/** Waiting: place and honest estimate. */
export function waitingPage(scene: Scene, acts: Acts): HTMLElement[] {
  const { t, talk } = scene;
  const { queue } = talk;
  if (queue === null)
    return [
      el("p", { class: "big" }, t("queue-waiting")),
      el("p", { class: "soft" }, t("queue-soon")),
      ...callOffer(scene, acts),
    ];
  const wait = hopedWait(scene);
  return [
    el("p", { class: "big" }, t("queue-place", { place: queue.place })),
    el("p", { class: "soft" }, `${wait === null ? "" : `${t("queue-estimate", { wait })} `}${t("queue-stays")}`),
    ...callOffer(scene, acts),
  ];
}

export function waitedWords({ t, talk, now, ...scene }: Scene): string {
  const since = talk.standing?.waiting_since;
  if (talk.standing?.state !== "waiting" || since === null || since === undefined || talk.queue === null) return "";
  return t("queue-waited", { time: waited({ t, ...scene }, since, now) });
}

export function endPage(scene: Scene, acts: Acts): HTMLElement[] {
  const { t, talk } = scene;
  const number = String(talk.caseNumber ?? "");
  const { solved, referred, may_write, blocked_until } = talk.standing ?? { may_write: true };
  const isOut = (blocked_until ?? 0) > scene.now;
  const words = !may_write ? "end-closed" : referred ? "end-referred" : solved ? "end-solved" : "end-number";
  return [
    el("p", { class: "lead", id: "end", tabindex: -1 }, t(isOut ? "end-blocked" : "end-title")),
    el("p", { class: "soft" }, t(words, { number })),
    el(
      "div",
      { class: "row" },
      button({ class: "btn", id: "save" }, () => void saveTranscript(scene, acts), t("end-save")),
      !isOut && may_write && button({ class: "btn btn--main", id: "go-on" }, () => acts.goOn(), t("end-continue")),
      !isOut && (solved || !may_write) && button({ class: "btn", id: "begin" }, () => acts.begin(), t("end-new")),
    ),
  ];
}
