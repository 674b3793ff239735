/** What I may do with one case. The rules are the desk's; this only saves refusals. */
import type { CaseRow } from "@luukku/wire";
import type { LiveDesk } from "../live/desk.svelte.ts";
import { allowedTo } from "../live/knowing.ts";
import { isMine } from "../live/notices.ts";
import { looksAfter, serves } from "../live/places.ts";
import { isSorting } from "./labels.ts";
import { lockOf } from "./lock.ts";

export class Rights {
  readonly #desk: LiveDesk;
  readonly #row: () => CaseRow | undefined;

  constructor(desk: LiveDesk, row: () => CaseRow | undefined) {
    this.#desk = desk;
    this.#row = row;
  }

  /** The case, when it is there. */
  get row(): CaseRow | undefined {
    return this.#row();
  }

  get isMine(): boolean {
    const { me } = this.#desk;
    return this.row !== undefined && me !== null && isMine(this.row, me.agent_id);
  }

  get mayAct(): boolean {
    const role = this.#desk.me?.role;
    return role !== undefined && role !== "read_only";
  }

  /** In my chats, and where a contact is over: my answer makes it go on. */
  get mayReply(): boolean {
    return this.row !== undefined && lockOf(this.row, this.#desk.me, this.#desk.fits(this.row)) === null;
  }

  get mayPark(): boolean {
    // Who has been promised a call gets no other promise in its place.
    return this.isMine && !(this.row?.contact.channel === "call_back" && this.row.promise != null);
  }

  /** A call that I have taken: I say what came of it, also when the customer has ended the conversation meanwhile. */
  get mayCall(): boolean {
    const { row } = this;
    if (row?.contact.channel !== "call_back") return false;
    if (this.isMine) return row.promise != null;
    const { ended_by, held_by, answered_at } = row.contact;
    const isLeftToMe = ended_by === "customer" && held_by === this.#desk.me?.agent_id;
    return this.mayAct && isLeftToMe && answered_at == null && row.state !== "closed";
  }

  /** A parked chat goes on with whoever has room for it, is of the team that it waits for, and knows what it needs. */
  get mayGoOn(): boolean {
    const { row } = this;
    if (!this.mayAct || row?.contact.state !== "parked" || !this.#desk.fits(row)) return false;
    return this.#isParkedByMe || allowedTo(this.#desk, [row]).length > 0;
  }

  /** I have parked it: it is still mine to end. */
  get #isParkedByMe(): boolean {
    const contact = this.row?.contact;
    return contact?.state === "parked" && contact.held_by === this.#desk.me?.agent_id;
  }

  get mayTransfer(): boolean {
    return this.isMine;
  }

  get mayEnd(): boolean {
    return this.isMine || this.#isParkedByMe;
  }

  /** To mark what a customer wrote as hostile: in my chats, and where a contact is over. */
  get mayFlag(): boolean {
    return this.isMine || (this.mayAct && this.row?.contact.state === "ended");
  }

  /** Whoever supervises gives back what a colleague holds as well: nobody waits for somebody who is not there. */
  get mayGiveBack(): boolean {
    return this.isMine || (this.#looksAfter && this.row?.contact.state === "taken");
  }

  /** To see how the desk chooses who gets the chat: that shows how much colleagues have. */
  get maySeeRouting(): boolean {
    const contact = this.row?.contact;
    return this.#looksAfter && contact?.state === "waiting" && contact.channel === "chat";
  }

  get #looksAfter(): boolean {
    const { me } = this.#desk;
    return me !== null && looksAfter(me.role);
  }

  get maySolve(): boolean {
    const { row } = this;
    if (!row || !this.mayAct || row.state === "solved" || row.state === "closed") return false;
    return row.contact.state === "ended" || this.isMine || this.#isParkedByMe;
  }

  /** Where the client has something to sort by. */
  get mayLabel(): boolean {
    const { row } = this;
    if (!row || !this.mayAct || row.state === "closed") return false;
    return this.#desk.clients.get(row.client_id)?.labels.some((one) => isSorting(one) && !one.retired) ?? false;
  }

  /** Whoever answers for the client, also before anybody has the chat: who only helps out leaves it to them. */
  get mayTriage(): boolean {
    const { row } = this;
    if (!row || !this.mayAct || row.contact.state === "ended") return false;
    const { self, me, teams } = this.#desk;
    return row.contact.held_by === me?.agent_id || (self !== undefined && serves(self, row.client_id, teams));
  }

  get mayReopen(): boolean {
    return this.mayAct && this.row?.state === "solved";
  }
}
