/**
 * What an agent can do on the table, whatever they pressed: a button, a key or the palette. Says what came of it.
 * One per page, handed down by context.
 */
import type { CaseRow, CaseState, Done, Problem, SetLabels } from "@luukku/wire";
import { createContext } from "svelte";
import { cases, type Result } from "../live/api.ts";
import type { Composer, Mode } from "../live/composer.svelte.ts";
import type { DeskContext } from "../live/context.ts";
import { colleagueAnswered, type Unsent } from "../live/outbox.ts";
import { nextOf } from "../live/places.ts";
import { WORDS_UNSENT } from "../live/sender.svelte.ts";
import { isTouch } from "../parts/land.ts";
import { customerName } from "../parts/words.ts";
import { tooManyEmoji } from "./emoji-rule.ts";
import { missing } from "./labels.ts";
import { mentionsIn, nameable } from "./mentions.ts";
import { casePath } from "./names.ts";
import { Rights } from "./rights.ts";

/** A refusal that is shown until it is over. */
export interface Refused {
  title: string;
  detail: string;
  /** The next one that could be taken instead. */
  next: CaseRow | null;
}

/** Its rights are those over the open case. */
export class Actions extends Rights {
  dialog = $state<
    "transfer" | "end" | "solve" | "routing" | "labels" | "park" | "conduct" | "refer" | "triage" | "call" | null
  >(null);
  /** What the labels are asked for: it follows when they are there. */
  afterLabels = $state.raw<{ readonly name: string; readonly act: () => void } | null>(null);
  /** The case that I am about to take over my luukut. */
  exceeding = $state.raw<CaseRow | null>(null);
  refused = $state.raw<Refused | null>(null);
  /** On narrow screens: the case panel stands over the conversation. */
  isPanelOpen = $state(false);
  /** Somebody wishes to write in this case: its field takes the focus, and with that the wish is over. */
  wish = $state.raw<{ readonly caseId: string } | null>(null);
  /** The desk has been asked for a case, and has not said yet whether I have it. */
  isTaking = $state(false);
  /** Somebody looks for what was said here: its thread goes there, and with that the search is over. */
  sought = $state.raw<{ readonly caseId: string; readonly id: string } | null>(null);
  #around: DeskContext;
  #go: (path: string) => void;

  constructor(around: DeskContext, go: (path: string) => void) {
    super(around.desk, () => around.desk.openCase?.row);
    this.#around = around;
    this.#go = go;
  }

  /** What I may do with a case that is not the open one, perhaps. */
  on(row: CaseRow): Rights {
    return new Rights(this.#around.desk, () => row);
  }

  goTo(row: CaseRow): void {
    this.refused = null;
    letGo();
    this.#go(casePath(row.number));
    if (row.contact.state !== "ended" && !this.on(row).mayCall) this.wishToWrite(row.case_id);
  }

  /** A case was chosen by its link. On a touch screen the keyboard would cover it, so the field waits for a tap. */
  opened(row: CaseRow): void {
    this.refused = null;
    // Who has a call to make calls: the keys act at once, and a field would take them for words.
    if (!isTouch() && !this.on(row).mayCall) this.wishToWrite(row.case_id);
  }

  wishToWrite(caseId: string): void {
    this.wish = { caseId };
  }

  /** Opens a case at a message or a note of it. */
  seek(caseId: string, number: number, id: string): void {
    this.sought = { caseId, id };
    this.#go(casePath(number));
  }

  /** Back to the list (on a phone) or to an empty table. */
  leave(): void {
    this.#go("/");
  }

  write(mode: Mode, row = this.row): void {
    if (!row) return;
    this.#around.desk.composer(row.case_id).turn(mode);
    this.wishToWrite(row.case_id);
  }

  async take(row: CaseRow): Promise<void> {
    const { desk } = this.#around;
    if (!desk.takeable.includes(row)) return;
    const result = await this.#takeAndGo(row);
    if (!result.ok) this.#refuse(result.problem, desk.takeable.find((one) => one.case_id !== row.case_id) ?? null);
  }

  /** The first of the queue; when there is none to take, says why. */
  async takeFirst(): Promise<void> {
    const { desk, t, toaster } = this.#around;
    const first = nextOf(desk.takeable, desk.now);
    const over = desk.hasFreeLuukku || !desk.self?.may_exceed ? undefined : desk.allowed[0];
    if (first) await this.take(first);
    else if (over) this.exceeding = over;
    else toaster.show({ text: desk.allowed.length > 0 ? t("queue-full") : t("take-none") });
  }

  /** Takes a parked chat up again. */
  async goOn(row: CaseRow): Promise<void> {
    const result = await this.#takeAndGo(row);
    if (!result.ok) this.#refuse(result.problem, null);
  }

  /** Takes a case and goes to it; what is typed meanwhile is meant for it. */
  async #takeAndGo(row: CaseRow): Promise<Result<Done>> {
    letGo();
    this.isTaking = true;
    const result = await this.#around.desk.take(row);
    this.isTaking = false;
    if (result.ok) this.goTo(result.value.row);
    return result;
  }

  async giveBack(row: CaseRow): Promise<void> {
    await this.#told(this.#around.desk.giveBack(row.case_id));
  }

  async end(row: CaseRow): Promise<boolean> {
    return this.#told(this.#around.desk.end(row.case_id));
  }

  /** Solves, unless an answer is still in the field: then it asks first what becomes of it. */
  async solve(row: CaseRow): Promise<void> {
    const { t } = this.#around;
    if (this.#asksLabels(row, t("solve"), (now) => void this.solve(now))) return;
    const composer = this.#around.desk.composer(row.case_id);
    if (composer.mode === "reply" && !composer.isEmpty && this.on(row).isMine) this.dialog = "solve";
    else await this.solveNow(row);
  }

  /** The customer was sent elsewhere. What is still in the field must go first: the chat ends by it. */
  refer(row: CaseRow): void {
    const { desk, t, toaster } = this.#around;
    if (this.#asksLabels(row, t("refer"), (now) => this.refer(now))) return;
    const composer = desk.composer(row.case_id);
    if (composer.mode === "reply" && !composer.isEmpty && this.on(row).isMine) {
      toaster.show({ text: t("refer-unsent") });
      this.wishToWrite(row.case_id);
    } else this.dialog = "refer";
  }

  async solveNow(row: CaseRow): Promise<void> {
    if (await this.#told(this.#around.desk.solve(row.case_id))) this.solved(row);
  }

  /** A toast with the way back. */
  solved(row: CaseRow): void {
    const { t, toaster } = this.#around;
    toaster.show({ text: t("toast-solved", { number: String(row.number) }), undo: () => void this.undoSolve(row) });
  }

  /** The chat goes on where it was; when it cannot, that is said where the toast was, whatever is open by now. */
  async undoSolve(row: CaseRow): Promise<void> {
    const { desk, t, toaster } = this.#around;
    const number = String(row.number);
    const result = await desk.undoSolve(row.case_id);
    if (!result.ok) {
      const { title, detail } = this.sentence(result.problem);
      toaster.show({ text: t("toast-not-undone", { number, title, detail }) });
      return;
    }
    toaster.show({ text: t("toast-reopened", { number }) });
    this.goTo(result.value.row);
  }

  async reopen(row: CaseRow): Promise<void> {
    const { desk, t, toaster } = this.#around;
    const isOpen = await this.#told(desk.reopen(row.case_id));
    if (isOpen) toaster.show({ text: t("toast-reopened", { number: String(row.number) }) });
  }

  async setState(row: CaseRow, state: CaseState): Promise<void> {
    const { t } = this.#around;
    if (state === "solved") return this.solve(row);
    const closes = state === "closed" && row.state !== "solved";
    if (closes && this.#asksLabels(row, t("labels-close"), (now) => void this.setState(now, state))) return;
    await this.#told(this.#around.desk.setState(row.case_id, state));
  }

  async setOwner(row: CaseRow, agent: string | null): Promise<void> {
    await this.#told(this.#around.desk.setOwner(row.case_id, agent));
  }

  async setSubject(row: CaseRow, subject: string): Promise<boolean> {
    return this.#told(this.#around.desk.setSubject(row.case_id, subject));
  }

  /** Opens what the case is sorted by. */
  sort(): void {
    this.afterLabels = null;
    this.dialog = "labels";
  }

  /** Gives the sentence of the refusal; empty when it is done. */
  async setLabels(row: CaseRow, labels: SetLabels): Promise<string> {
    const result = await this.#around.desk.command(cases.setLabels(row.case_id, labels));
    if (result.ok) return "";
    const { title, detail } = this.sentence(result.problem);
    return `${title} ${detail}`.trim();
  }

  /** Asks for the labels that the client wants of a solved case, in the same step; then `act` follows. */
  #asksLabels(row: CaseRow, name: string, act: (row: CaseRow) => void): boolean {
    const { desk } = this.#around;
    if (missing(row, desk.clients.get(row.client_id)).length === 0) return false;
    this.afterLabels = { name, act: () => act(desk.cases.get(row.case_id) ?? row) };
    this.dialog = "labels";
    return true;
  }

  /** A file that was dropped or pasted. A note takes none, and says so. */
  attach(composer: Composer, files: Iterable<File>): void {
    const { t, toaster } = this.#around;
    if (composer.isInside) toaster.show({ text: t("note-no-files") });
    else void composer.add(files);
  }

  /** Sends what is in the field. The colleague's answer must have been seen, or `anyway`. */
  send(row: CaseRow, { solve = false, anyway = false } = {}): void {
    const { desk, t } = this.#around;
    if (solve && this.#asksLabels(row, t("labels-send"), (now) => this.send(now, { solve, anyway }))) return;
    const composer = desk.composer(row.case_id);
    const text = composer.text.trim();
    const { isInside } = composer;
    if (composer.isEmpty || composer.tooMany > 0) return;
    // Files go with a reply only; what is wrong with them stands under the field.
    if (!isInside && (composer.isUploading || composer.hasFailed)) return;
    if (isInside) {
      composer.empty();
      const place = composer.mode === "side" ? "side" : "thread";
      desk.sender.note(row.case_id, text, mentionsIn(text, nameable(row, desk)), place);
      return;
    }
    // Why it does not go stands under the field.
    if (tooManyEmoji(text, desk.clients.get(row.client_id)?.speech.emoji ?? "allow")) return;
    const { entries } = desk.caseOf(row.case_id);
    const seen = composer.seenSeq ?? entries.at(-1)?.seq ?? 0;
    if (!anyway && colleagueAnswered(entries, seen, desk.me?.agent_id ?? "")) {
      composer.collided = true;
      return;
    }
    const { attachments } = composer;
    composer.empty();
    desk.sender.reply({ caseId: row.case_id, text, attachments, solve, seenSeq: anyway ? null : seen });
  }

  /** Takes back what has not left yet and goes where it was written, wherever the agent has gone meanwhile. */
  takeBack(one: Unsent): void {
    const { desk } = this.#around;
    desk.sender.edit(one.id);
    const row = desk.cases.get(one.caseId);
    if (row) this.goTo(row);
  }

  async copyLink(row: CaseRow): Promise<void> {
    const { t, toaster } = this.#around;
    await navigator.clipboard.writeText(new URL(casePath(row.number), location.origin).href);
    toaster.show({ text: t("toast-link-copied", { number: String(row.number) }) });
  }

  /** Says a refusal of the desk; used by dialogs as well. */
  sentence(problem: Problem | null): { title: string; detail: string } {
    const { t } = this.#around;
    if (problem === WORDS_UNSENT) return { title: t("refused-unsent"), detail: t("refused-unsent-more") };
    if (!problem?.title) return { title: t("refused-no-answer"), detail: t("refused-try-again") };
    return { title: problem.title, detail: problem.detail ?? "" };
  }

  nameOf(row: CaseRow): string {
    return customerName(row.customer, this.#around.t);
  }

  async #told(asked: Promise<Result<Done>>): Promise<boolean> {
    const result = await asked;
    if (result.ok) this.refused = null;
    else this.#refuse(result.problem, null);
    return result.ok;
  }

  /** It stands in the open case; without one it is told in passing. */
  #refuse(problem: Problem | null, next: CaseRow | null): void {
    const { title, detail } = this.sentence(problem);
    if (this.#around.desk.openCase) this.refused = { title, detail, next };
    else this.#around.toaster.show({ text: `${title} ${detail}`.trim() });
  }
}

/** The field of the case that one leaves takes none of the words for the next. */
function letGo(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.closest(".talk textarea")) activeElement.blur();
}

export const [useActions, provideActions] = createContext<Actions>();
