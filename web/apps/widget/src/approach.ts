/**
 * Invitations to the chat (CC-13), on websites that say that their visitor has agreed to them. What was shown when is kept in this
 * browser alone, as `luukku:KEY:approach` in its storages; the desk decides each time whether somebody is invited, and counts.
 */
import { load } from "virtual:texts/approach";
import type { Answer } from "./api";
import { isNothing } from "./api";
import type { App } from "./app";
import style from "./approach.css?url";
import { type Memory, readMemory, remembered, type Seen, seenBy } from "./approach-memory";
import { button, el, isolated } from "./dom";
import { dressed } from "./parts";
import { isOpenTo, type Scene } from "./scene";
import type { ApproachAnswer, ApproachBecame, AwaitedApproach, MeetApproach } from "./shapes";
import { findAreas, openStore } from "./storage";
import type { Place } from "./visit";
import type { Visitor } from "./visitor";

const NAME = "approach";
/** Nobody was free: asked again after so long. */
const AGAIN_S = 60;

/** The invitation of this visit, and whether its visitor was held out. */
interface Met {
  id: string;
  out: boolean;
  /** They said yes to it and have not begun a chat yet, also when they have gone on to another page. */
  yes?: boolean;
}

export async function approach(place: Place, visitor: Visitor, app: App): Promise<void> {
  const page = place.visit.start_page;
  if (page === null) return;
  const { lasting, tab } = await findAreas();
  const store = openStore(lasting, visitor.prefix);
  const visit = openStore(tab, visitor.prefix);
  const memory = remembered(readMemory(store.read(NAME)), visit.read(NAME) === null, Date.now());
  store.write(NAME, JSON.stringify(memory));
  const { seen, met } = visitOf(visit.read(NAME));
  const keep = (count: number, now: Met | null) => visit.write(NAME, JSON.stringify({ seen: count, met: now }));
  keep(seen, met);
  const found = await visitor.api.ask("GET", `/approaches?page=${encodeURIComponent(page)}`, isAwaited);
  if (!found.ok || (found.body.length === 0 && met === null)) return;
  new Watch({ place, visitor, app, page, awaited: found.body, memory, seen, met, keep, store }).start();
}

interface Given {
  place: Place;
  visitor: Visitor;
  app: App;
  page: string;
  awaited: readonly AwaitedApproach[];
  memory: Memory;
  /** Invitations in this visit. */
  seen: number;
  met: Met | null;
  keep: (seen: number, met: Met | null) => void;
  store: { write(name: string, value: string | null): void };
}

class Watch {
  readonly #given: Given;
  #memory: Memory;
  #met: Met | null;
  #seen: number;
  #seconds = 0;
  #scrolled = 0;
  #askAt = 0;
  #isOver = false;
  #isAsking = false;
  #scene: Scene | null = null;
  #card: HTMLElement | null = null;
  #wasTalking: boolean | null = null;

  constructor(given: Given) {
    this.#given = given;
    this.#memory = given.memory;
    this.#met = given.met;
    this.#seen = given.seen;
    if (this.#met?.yes) this.#answers(this.#met);
  }

  start(): void {
    const { app, place } = this.#given;
    app.launcher.beside = (scene) => this.#drawn(scene);
    addEventListener("message", ({ source, origin, data }) => {
      if (source !== window.parent || origin !== place.host) return;
      const percent: unknown = data?.luukku === "scroll" ? data.percent : null;
      if (typeof percent === "number") this.#scrolled = Math.max(this.#scrolled, Math.min(100, Math.floor(percent)));
    });
    const ticking = setInterval(() => {
      if (this.#isOver) return clearInterval(ticking);
      if (!document.hidden) this.#seconds += 1;
      void this.#look();
    }, 1000);
    app.changed();
  }

  /** What stands in the launcher's place. */
  #drawn(scene: Scene): HTMLElement | null {
    this.#scene = scene;
    const isTalking = isInTalk(scene);
    if (this.#wasTalking === false && isTalking) {
      this.#became("chatted");
      this.#answers(null);
    }
    this.#wasTalking = isTalking;
    if (isTalking || scene.isOpen || !isOpenTo(scene)) this.#takeAway();
    return this.#card;
  }

  #takeAway(): void {
    this.#card?.remove();
    this.#card = null;
  }

  async #look(): Promise<void> {
    const scene = this.#scene;
    if (this.#isAsking || this.#seconds < this.#askAt || scene === null || scene.isOpen || scene.draft !== "") return;
    if (isInTalk(scene) || !isOpenTo(scene)) return;
    const due = this.#given.awaited.find(
      (one) => one.after_s <= this.#seconds && one.scrolled_percent <= this.#scrolled,
    );
    if (due === undefined) return;
    this.#isAsking = true;
    const answer = await this.#ask(due.approach_id);
    this.#isAsking = false;
    if (!answer.ok || answer.body.answer === "not_now") {
      this.#askAt = this.#seconds + AGAIN_S;
      return;
    }
    this.#isOver = true;
    if (answer.body.answer === "never") return;
    const out = answer.body.answer === "held_out";
    this.#met = { id: due.approach_id, out };
    this.#seen += 1;
    this.#given.keep(this.#seen, this.#met);
    this.#remember({ ...this.#memory, out, at: [...this.#memory.at, Date.now()] });
    if (answer.body.answer === "invited") await this.#invite(answer.body.words);
  }

  #ask(id: string): Promise<Answer<ApproachAnswer>> {
    const { visitor, page } = this.#given;
    const told: Seen = seenBy(this.#memory, Date.now());
    const body: MeetApproach = {
      page,
      on_page_s: this.#seconds,
      scrolled_percent: this.#scrolled,
      in_visit: this.#seen,
      ...told,
    };
    return visitor.api.ask("POST", `/approaches/${id}`, isAnswer, body);
  }

  async #invite(words: string): Promise<void> {
    const { app, visitor } = this.#given;
    const say = await dressed(load(visitor.language), style);
    const yes = () => {
      this.#became("opened");
      this.#answers(this.#met);
      app.open();
    };
    const no = () => {
      this.#remember({ ...this.#memory, no: Date.now() });
      this.#became("said_no");
      this.#takeAway();
      app.changed();
    };
    const card = el("section", { class: "invite", "aria-label": say("approach-label") });
    card.addEventListener("keydown", (event) => event.key === "Escape" && no());
    document.body.append(card);
    this.#card = card;
    // First there, then filled: that is read out, and takes nobody's focus.
    const said = el("p", { class: "invite__words", role: "status" });
    card.append(
      said,
      el("p", { class: "invite__by" }, say("approach-automatic")),
      el(
        "div",
        { class: "invite__row" },
        button({ class: "btn btn--main", id: "invite-yes" }, yes, say("approach-yes")),
        button({ class: "btn", id: "invite-no" }, no, say("approach-no")),
      ),
    );
    said.append(isolated(words));
    app.changed();
  }

  /** What the visitor writes next begins by this invitation; by none once it has. */
  #answers(met: Met | null): void {
    const { place, keep } = this.#given;
    place.visit = { ...place.visit, approach_id: met?.id };
    if (this.#met) this.#met = { ...this.#met, yes: met !== null };
    keep(this.#seen, this.#met);
  }

  #remember(memory: Memory): void {
    this.#memory = memory;
    this.#given.store.write(NAME, JSON.stringify(memory));
  }

  #became(became: ApproachBecame["became"]): void {
    if (this.#met === null) return;
    const body: ApproachBecame = { browser_id: this.#memory.id, became, held_out: this.#met.out };
    void this.#given.visitor.api.ask("POST", `/approaches/${this.#met.id}/became`, isNothing, body);
  }
}

function isInTalk({ talk, unsent }: Scene): boolean {
  return (talk.standing?.state ?? "ended") !== "ended" || unsent.some((one) => one.as === "start");
}

function visitOf(kept: string | null): { seen: number; met: Met | null } {
  try {
    const { seen, met } = JSON.parse(kept ?? "");
    const isMet = typeof met?.id === "string" && typeof met.out === "boolean";
    return { seen: Number(seen) || 0, met: isMet ? met : null };
  } catch {
    return { seen: 0, met: null };
  }
}

function isAwaited(value: unknown): value is AwaitedApproach[] {
  return (
    Array.isArray(value) &&
    value.every(
      (one) =>
        typeof one?.approach_id === "string" &&
        typeof one.after_s === "number" &&
        typeof one.scrolled_percent === "number",
    )
  );
}

function isAnswer(value: unknown): value is ApproachAnswer {
  if (typeof value !== "object" || value === null || !("answer" in value)) return false;
  if (value.answer === "invited") return "words" in value && typeof value.words === "string";
  return value.answer === "held_out" || value.answer === "not_now" || value.answer === "never";
}
