/**
 * The desk as one screen sees it: what was pushed, the server's time, what is open, and the commands.
 * Read `reduce.ts` first; this class carries frames there and asks for what is missing. One per signed-in page,
 * handed down by context.
 */
import type { AgentFrame, CaseRow, CaseState, Done, Draft, Exceed, Presence, Transfer } from "@luukku/wire";
import * as api from "./api.ts";
import * as news from "./case-news.ts";
import { Composer } from "./composer.svelte.ts";
import { Connection, type Purpose, type Status } from "./connection.ts";
import { isNothing, type Keeping, withoutSent } from "./draft-words.ts";
import { withHappenings } from "./happenings.ts";
import { KeptDrafts } from "./kept-drafts.ts";
import { KeptOutbox } from "./kept-outbox.ts";
import { allowedTo } from "./knowing.ts";
import { crossings, type Notice, noticesOf, reads } from "./notices.ts";
import { type OpenCase, OpenCases, type Opening } from "./open-case.ts";
import { byLuukku, inTurn, myQueue, offersTo, type Place, type Places, slotsNow } from "./places.ts";
import { forgetTyping, reduce } from "./reduce.ts";
import { keeping } from "./same.ts";
import { post, Sender } from "./sender.svelte.ts";
import { type Ask, type DeskState, EMPTY, type Step, unreachable } from "./state.ts";
import { CHAT_WEIGHT, loadOf, roomOf, weightOf } from "./weights.ts";

/** So many cases that are neither mine nor on the screen are kept: going back to them is quick. */
const MOST_HELD = 20;

export class LiveDesk {
  status = $state<Status>("connecting");
  /** When the line was lost and when it is tried again (ms, server's clock). */
  lostAt = $state<number | null>(null);
  retryAt = $state<number | null>(null);
  /** The line is back: how many messages of customers came in one go. */
  back = $state.raw<{ at: number; messages: number } | null>(null);
  /** The server's time (ms), once a second. */
  now = $state(Date.now());
  readonly sender: Sender;
  #state = $state.raw<DeskState>(EMPTY);
  #openId = $state<string | null>(null);
  #openings = $state.raw<ReadonlyMap<string, Opening>>(new Map());
  #composers = new Map<string, Composer>();
  #listeners = new Set<(notice: Notice) => void>();
  #ours = new Set<string>();
  #beside: readonly string[] = [];
  #kept: KeptDrafts | null = null;
  #followsHappenings = false;
  #offset = 0;
  #heardAt = 0;
  #openCases = new OpenCases();
  #samePlaces = keeping<Place>((one) => one.number);
  #connection: Connection;

  me = $derived(this.#state.me);
  agents = $derived(this.#state.agents);
  teams = $derived(this.#state.teams);
  skills = $derived(this.#state.skills);
  messageWeight = $derived(this.#state.messageWeight);
  clients = $derived(this.#state.clients);
  cases = $derived(this.#state.cases);
  drafts = $derived(this.#state.drafts);
  happenings = $derived(this.#state.happenings);
  prepared = $derived(this.#state.prepared);
  mentions = $derived(this.#state.mentions);
  onPage = $derived(this.#state.onPage);
  load = $derived(this.#state.load);
  typing = $derived(this.#state.typing);
  proposals = $derived(this.#state.proposals);
  today = $derived([...this.#state.today.values()]);
  self = $derived(this.me ? this.agents.get(this.me.agent_id) : undefined);
  slots = $derived(slotsNow(this.self, this.load));
  #myId = $derived(this.me?.agent_id ?? "");
  #rows = $derived([...this.cases.values()]);
  /** My luukut 1–8 in their fixed places, as many as I have slots (or chats). */
  places: Places = $derived(this.#samePlaces(byLuukku(this.#rows, this.#myId, this.slots, this.messageWeight)));
  mine = $derived(this.places.flatMap((one) => (one.row ? [one.row] : [])));
  /** What is offered to me just now; each holds a free luukku. */
  offers = $derived(offersTo(this.#rows, this.#myId));
  used = $derived(loadOf(this.mine, this.messageWeight));
  #room = $derived(roomOf([...this.mine, ...this.offers], this.slots, this.messageWeight));
  hasFreeLuukku = $derived(this.#room >= CHAT_WEIGHT);
  /** Contacts in the queue: chats first, the longest wait first. */
  waiting = $derived(myQueue(this.cases.values(), this.me, this.teams));
  /** Of those, the ones that are for me when I have a free luukku. */
  allowed = $derived(allowedTo(this, this.waiting));
  /** The ones that I may take now, the next one first: what is offered to me, then the rest while I have a free luukku. */
  #next = $derived(inTurn(this.allowed, this.onPage, this.now).filter((row) => this.fits(row)));
  takeable = $derived([...new Set([...this.offers, ...this.#next])]);
  openCase: OpenCase | null = $derived(this.#openId === null ? null : this.caseOf(this.#openId));

  constructor(private readonly onsignedout: () => void) {
    this.sender = new Sender({
      post,
      done: (answer) => this.#done(answer),
      serverNow: () => this.serverNow(),
      giveBack: (one) => this.composer(one.caseId).giveBack(one),
      // The draft goes at once: in another tab or on another device the same words would look unsent, and leave twice.
      kept: (one) => void this.composer(one.caseId).keep(),
      stored: (one, answer) => {
        const composer = this.composer(one.caseId);
        // Without a line the draft could not be given up when Enter was pressed.
        const draft = this.#state.drafts.get(one.caseId);
        if (draft && withoutSent(draft, [one]) !== draft) composer.keepAnew();
        else void composer.keep();
        if (one.solve) this.#tell({ type: "solved", row: answer.row });
      },
    });
    this.#connection = new Connection({
      have: () => news.have(this.#state),
      onframe: (frame, at) => this.hear(frame, at),
      onstatus: (status, retryAt) => this.#moved(status, retryAt),
      onsignedout,
      onbeat: () => this.#tick(),
    });
  }

  start(purpose: Purpose = "work"): void {
    this.#connection.start(purpose);
    addEventListener("pagehide", this.#leave);
    addEventListener("storage", this.#hearTab);
  }

  stop(): void {
    this.#connection.stop();
    removeEventListener("pagehide", this.#leave);
    removeEventListener("storage", this.#hearTab);
    this.#leave();
  }

  /** Before signing out: what waits leaves while the session is still there. */
  async finish(): Promise<void> {
    await Promise.all([this.sender.leave(), ...[...this.#composers.values()].map((one) => one.keep(true))]);
  }

  retry = (): void => this.#connection.tryNow();

  serverNow(): number {
    return Date.now() + this.#offset;
  }

  /** Sounds, notifications and titles listen here. Gives the function that stops it. */
  on(listener: (notice: Notice) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  caseOf(caseId: string): OpenCase {
    return this.#openCases.of(caseId, this.#state, this.#openings.get(caseId) ?? null);
  }

  /** Shows a case; `null` shows none. Entries that are held already are not fetched again. */
  async open(caseId: string | null): Promise<void> {
    if (caseId === this.#openId && caseId !== null && this.#openings.get(caseId) === undefined) return;
    this.#openId = caseId;
    if (caseId === null) return this.#connection.say({ type: "looking", case_id: null });
    const held = this.#state.held.get(caseId);
    if (held) this.#look(caseId, news.lastSeq(held.entries));
    else if (this.#openings.get(caseId) !== "loading") await this.#load(caseId);
  }

  /** These stand beside the open case: their entries are held as well, though the screen looks at one case only. */
  hold(caseIds: readonly string[]): void {
    this.#beside = caseIds;
    this.#catchUp();
  }

  /** Opens by the number that people use. Gives false when there is no such case. */
  async openNumber(number: number): Promise<boolean> {
    const known = this.#rows.find((row) => row.number === number);
    if (known) return this.open(known.case_id).then(() => true);
    const found = await api.cases.byNumber(number);
    const row = found.ok ? found.value.items.find((one) => one.number === number) : undefined;
    await this.open(row?.case_id ?? null);
    return row !== undefined || !found.ok;
  }

  /** Loads the next page of older entries. */
  async older(caseId: string): Promise<void> {
    const held = this.#state.held.get(caseId);
    const first = held?.entries[0];
    if (!held?.hasOlder || !first) return;
    const page = await api.cases.before(caseId, first.seq);
    if (page.ok) this.#state = news.older(this.#state, caseId, page.value);
  }

  /** From here on the newest happenings are known: they are loaded once, and again after a line that was lost. */
  async followHappenings(): Promise<void> {
    this.#followsHappenings = true;
    const found = await api.happenings();
    if (found.ok) this.#state = { ...this.#state, happenings: withHappenings(this.#state.happenings, found.value) };
  }

  composer(caseId: string): Composer {
    const have = this.#composers.get(caseId);
    if (have) return have;
    const made = new Composer(
      caseId,
      {
        keep: (what, leaving) => this.#keepDraft(caseId, what, leaving),
        type: (active, isNote) => this.#connection.say({ type: "typing", case_id: caseId, is_note: isNote, active }),
        limits: () => this.#state.limits,
        me: () => this.#myId,
        lastSeq: () => news.lastSeq(this.#state.held.get(caseId)?.entries ?? []),
      },
      this.#draftOf(caseId),
    );
    this.#composers.set(caseId, made);
    // What only this browser kept goes to the desk, when the drawing that asks for this field is done.
    const told = this.#state.drafts.get(caseId) ?? null;
    if (this.#kept && this.#kept.newer(caseId, told) !== told) queueMicrotask(() => made.keepAnew());
    return made;
  }

  take({ case_id: caseId, contact }: CaseRow, over?: Exceed): Promise<api.Result<Done>> {
    this.#ours.add(caseId);
    return this.command(over ? api.cases.exceed(caseId, over) : api.cases.take(caseId, contact.contact_id));
  }

  fits = (row: CaseRow): boolean => weightOf(row.contact.channel, this.messageWeight) <= this.#room;
  giveBack = (caseId: string) => this.after(caseId, () => api.cases.giveBack(caseId));
  transfer = (caseId: string, to: Transfer) => this.after(caseId, () => api.cases.transfer(caseId, to));
  end = (caseId: string) => this.after(caseId, () => api.cases.end(caseId));
  solve = (caseId: string) => this.after(caseId, () => api.cases.solve(caseId));
  undoSolve = (caseId: string) => {
    this.#ours.add(caseId);
    return this.command(api.cases.undoSolve(caseId));
  };
  reopen = (caseId: string) => this.command(api.cases.reopen(caseId));
  setState = (caseId: string, state: CaseState) => this.after(caseId, () => api.cases.setState(caseId, state));
  setOwner = (caseId: string, agent: string | null) => this.command(api.cases.setOwner(caseId, agent));
  setSubject = (caseId: string, subject: string) => this.command(api.cases.setSubject(caseId, subject));
  /** What ends a chat or hands it on comes after what was said in it. */
  after = (caseId: string, act: () => Promise<api.Result<Done>>) => this.command(this.sender.after(caseId, act));

  async presence(presence: Presence): Promise<api.Result<unknown>> {
    const result = await api.me.setPresence(presence);
    if (result.ok) this.#apply(reduce(this.#state, { type: "agent", ...result.value }, this.now, this.#openId));
    return result;
  }

  /** The end of the thread has been in view: the customer may know that it was read. */
  async read(caseId: string): Promise<void> {
    const [row, held] = [this.#state.cases.get(caseId), this.#state.held.get(caseId)];
    if (!row || !held || !this.me || !reads(row, this.me)) return;
    const seq = news.lastSeq(held.entries);
    if (row.unread === 0 && held.deskReadSeq >= seq) return;
    const mark = { case_id: caseId, customer_read_seq: 0, desk_read_seq: seq, unread: 0 };
    this.#apply(reduce(this.#state, { type: "read", ...mark }, this.now, this.#openId));
    await api.cases.markRead(caseId, seq);
  }

  /** `at`: when it came, by this machine's clock (ms). */
  hear(frame: AgentFrame, at = Date.now()): void {
    if (frame.type === "welcome" || frame.type === "pong") this.#offset = frame.now - at;
    this.#heardAt = this.serverNow();
    const before = this.#state;
    if (frame.type === "welcome" && this.lostAt !== null) this.#cameBack(frame.active);
    this.#apply(reduce(before, frame, this.serverNow(), this.#openId));
    if (frame.type === "case") this.sender.settle(frame.entries);
    if (frame.type === "draft") this.#hearDraft(frame.case_id, frame.draft ?? null);
    if (frame.type === "welcome") this.#welcomed();
    for (const notice of noticesOf(before, this.#state, frame, this.#ours)) this.#tell(notice);
    this.#catchUp();
  }

  /** What is beside is pushed while it is mine; after that, and after a history that is over, it is loaded. */
  #catchUp(): void {
    for (const id of news.behind(this.#state, this.#beside))
      if (id !== this.#openId && !this.#openings.has(id)) void this.#load(id);
  }

  #welcomed(): void {
    this.now = this.serverNow();
    if (this.#followsHappenings) void this.followHappenings();
    if (!this.#kept && this.me) {
      this.#kept = new KeptDrafts(this.me.agent_id);
      for (const id of this.sender.resume(new KeptOutbox(this.me.agent_id))) void this.#load(id);
    }
    if (this.#openId !== null) {
      const held = this.#state.held.get(this.#openId);
      if (held) this.#look(this.#openId, news.lastSeq(held.entries));
    }
    this.sender.wake();
  }

  #moved(status: Status, retryAt: number | null): void {
    // A line may have been dead for a while before it is found to be.
    if (status === "lost" && this.status === "live") this.lostAt = this.#heardAt;
    this.retryAt = retryAt === null ? null : retryAt + this.#offset;
    this.status = status;
    this.sender.isLive = status === "live";
  }

  #cameBack(active: readonly { case_id: string; unread: number }[]): void {
    this.back = { at: this.serverNow(), messages: news.missed(this.#state, active) };
    this.lostAt = null;
  }

  #apply(step: Step): void {
    this.#state = step.state;
    for (const one of step.asks) this.#follow(one);
  }

  #follow(one: Ask): void {
    switch (one.ask) {
      case "entries":
        this.#look(one.caseId, one.seq);
        break;
      case "case":
        void this.#load(one.caseId);
        break;
      case "everything":
        this.#connection.again();
        break;
      case "sign_in":
        this.#connection.stop();
        this.onsignedout();
        break;
      default:
        unreachable(one);
    }
  }

  #look(caseId: string, seq: number): void {
    if (caseId === this.#openId) this.#connection.say({ type: "looking", case_id: caseId, seq });
  }

  async #load(caseId: string): Promise<void> {
    this.#opening(caseId, "loading");
    const view = await api.cases.view(caseId);
    if (view.ok) {
      const kept = new Set([caseId, this.#openId ?? "", ...this.#beside, ...this.mine.map((row) => row.case_id)]);
      this.#state = news.forget(news.loaded(this.#state, view.value), kept, MOST_HELD);
      this.sender.settle(view.value.entries);
      this.#hearDraft(caseId, view.value.draft ?? null);
      this.#opening(caseId, null);
      this.#look(caseId, news.lastSeq(view.value.entries));
    } else this.#opening(caseId, view.problem?.status === 404 ? "missing" : "failed");
  }

  #opening(caseId: string, now: Opening | null): void {
    const next = new Map(this.#openings);
    if (now) next.set(caseId, now);
    else next.delete(caseId);
    this.#openings = next;
  }

  async command(asked: Promise<api.Result<Done>>): Promise<api.Result<Done>> {
    const result = await asked;
    if (result.ok) this.#done(result.value);
    else if (result.problem?.status === 401) this.onsignedout();
    return result;
  }

  #done(answer: Done): void {
    this.#apply(news.done(this.#state, answer, this.#openId));
    this.sender.settle(answer.entries);
  }

  async #keepDraft(caseId: string, what: Keeping, leaving: boolean): Promise<number | null> {
    const at = this.serverNow();
    const { text, note, attachments } = what;
    const isNone = isNothing(what);
    const draft = isNone ? null : { case_id: caseId, text, note, at, attachments: [...attachments] };
    this.#apply(reduce(this.#state, { type: "draft", case_id: caseId, draft }, at, this.#openId));
    if (draft) this.#kept?.keep(draft);
    const ids = attachments.map((one) => one.attachment_id);
    const kept = await api.cases.keepDraft(caseId, { text, note, attachments: ids }, leaving);
    if (kept.ok || isNone) this.#kept?.forget(caseId, at);
    return kept.ok ? at : null;
  }

  /** What to begin with in the field: not what is on its way already, though the desk still has it as a draft. */
  #draftOf(caseId: string): Draft | null {
    const draft = this.#kept?.newer(caseId, this.#state.drafts.get(caseId) ?? null) ?? null;
    return draft && withoutSent(draft, this.sender.of(caseId));
  }

  #hearDraft(caseId: string, draft: Draft | null): void {
    const left = draft && withoutSent(draft, this.sender.of(caseId));
    if (left !== null || draft === null) this.#composers.get(caseId)?.hear(left);
  }

  #tick(): void {
    const before = this.now;
    this.now = this.serverNow();
    this.#state = forgetTyping(this.#state, this.now);
    if (this.back && this.now - this.back.at > 4000) this.back = null;
    this.sender.tick(this.now);
    for (const notice of crossings(this, before, this.now)) this.#tell(notice);
  }

  #tell(notice: Notice): void {
    for (const listener of this.#listeners) listener(notice);
  }

  /** The page goes away: what waits for a change of mind leaves now, and drafts are kept. */
  #leave = (): void => void this.finish();

  #hearTab = (event: StorageEvent): void => this.sender.hear(event);
}
