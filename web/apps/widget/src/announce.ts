/** Says aloud, once and politely, what has changed beside the thread: the queue, the connection, opening and closing. */
import { unread } from "./conversation";
import { el } from "./dom";
import { cutOffWords, estimate, timeOf, whyClosed } from "./format";
import type { Scene } from "./scene";

export class Announcer {
  readonly node = el("p", { class: "only-read", role: "status" });
  #place = 0;
  #unread = 0;
  #isLost = false;
  #page: Scene["page"] = "ask";
  #state: string | undefined;

  draw(scene: Scene): void {
    const { t, talk, link, page } = scene;
    const words: string[] = [];
    const state = talk.standing?.state;
    const place = state === "waiting" ? (talk.queue?.place ?? 0) : 0;
    if (place !== this.#place && place > 0) {
      const wait = estimate(scene, talk.queue?.estimate_s);
      words.push(`${t("queue-place", { place })}. ${wait === null ? "" : t("queue-estimate", { wait })}`);
    }
    const isLost = link.state === "lost";
    if (isLost && !this.#isLost) words.push(`${t("link-lost")} ${t("link-trying")}`);
    if (!isLost && this.#isLost) words.push(t("link-back"));
    const fresh = unread(talk);
    // In the open panel the thread itself is read out.
    if (!scene.isOpen && fresh.count > this.#unread) {
      words.push(
        fresh.firstName === null ? t("launcher-replied-somebody") : t("launcher-replied", { name: fresh.firstName }),
      );
    }
    if (!scene.isOpen && state === "ended" && this.#state !== undefined && this.#state !== "ended") {
      words.push(t("head-ended", { time: timeOf(scene, scene.now) }));
    }
    if (scene.isOpen && page === "closed" && (this.#page === "ask" || this.#page === "talk")) {
      if (scene.isCutOff) words.push(cutOffWords(scene));
      words.push(whyClosed(scene));
    }
    // What stood here is said of a moment that is over: whoever comes to it later must not read it.
    const isOver = page !== this.#page || state !== this.#state || fresh.count < this.#unread;
    this.#place = place;
    this.#unread = fresh.count;
    this.#isLost = isLost;
    this.#page = page;
    this.#state = state;
    if (words.length > 0 || isOver) this.node.textContent = words.join(" ");
  }
}
