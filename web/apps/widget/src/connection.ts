/**
 * One line to the desk: a WebSocket, or long polls where a network blocks it, with the same frames. Whatever breaks,
 * it comes back from `(epoch, seq)` (D4): by itself with growing pauses, at once when the visitor returns.
 */
import { type Answer, isFrame, type Refused } from "./api";
import type { CustomerFrame, CustomerSays, Poll } from "./shapes";

export type Link =
  | { state: "opening" }
  | { state: "live" }
  /** `retryAt`: when the next try begins (ms); `null` while it runs. */
  | { state: "lost"; retryAt: number | null }
  /** There is no such chat any more, or not for this website. */
  | { state: "gone" };

export interface Socket {
  send(text: string): void;
  close(): void;
}

export interface SocketEvents {
  open(): void;
  message(text: string): void;
  close(): void;
}

/** What the connection needs of the world; a test has one with a clock of its own. */
export interface World {
  now(): number;
  random(): number;
  /** Gives a function that cancels. */
  later(ms: number, run: () => void): () => void;
  ticket(): Promise<Answer<{ ticket: string }>>;
  socket(on: SocketEvents): Socket;
  beginPoll(hello: CustomerSays): Promise<Answer<Poll>>;
  poll(screen: string, after: number): Promise<Answer<Poll>>;
  sayByPoll(screen: string, says: CustomerSays): Promise<unknown>;
}

export interface Listener {
  /** What this screen has. */
  have(): { epoch: string | null; seq: number };
  frame(frame: CustomerFrame): void;
  link(link: Link): void;
}

const PING_MS = 20_000;
const SILENCE_MS = 35_000;
const WAKE_MS = 3000;
const WELCOME_MS = 10_000;
const SOCKET_AGAIN_MS = 60_000;
const MOST_SOCKET_FAILURES = 3;

/** The pause before try number `failures + 1`: 0.5 s, doubling to 15 s, and up to a quarter more so that not all come at once. */
export function pauseOf(failures: number, random: number): number {
  const base = Math.min(15_000, 500 * 2 ** Math.max(0, failures - 1));
  return Math.round(base * (1 + random / 4));
}

export class Connection {
  readonly #world: World;
  readonly #listener: Listener;
  #link: Link = { state: "opening" };
  /** Each try has a number; what comes from an older one is ignored. */
  #turn = 0;
  #failures = 0;
  #socketFailures = 0;
  #socketAgainAt = 0;
  #socket: Socket | null = null;
  #screen: string | null = null;
  #heardAt = 0;
  #cancel: () => void = () => undefined;

  constructor(world: World, listener: Listener) {
    this.#world = world;
    this.#listener = listener;
  }

  /** Connects, or drops what there is and connects anew from what the screen has: after a hole, or with a new key. */
  resume(): void {
    void this.#try();
  }

  stop(): void {
    this.#turn += 1;
    this.#drop();
  }

  /** The visitor is back (focus, network, wake-up): do not wait for the next try. */
  wake(): void {
    if (this.#link.state === "lost" && this.#link.retryAt !== null) {
      this.resume();
    } else if (this.#socket !== null && this.#link.state === "live" && this.#world.now() - this.#heardAt > WAKE_MS) {
      this.#cancel();
      this.#probe(this.#turn, WAKE_MS);
    }
  }

  say(says: CustomerSays): void {
    if (this.#link.state !== "live") return;
    if (this.#socket) this.#socket.send(JSON.stringify(says));
    else if (this.#screen !== null) void this.#world.sayByPoll(this.#screen, says);
  }

  async #try(): Promise<void> {
    this.#turn += 1;
    this.#drop();
    const turn = this.#turn;
    if (this.#link.state === "lost") this.#set({ state: "lost", retryAt: null });
    if (this.#socketFailures >= MOST_SOCKET_FAILURES && this.#world.now() < this.#socketAgainAt) {
      return this.#beginPoll(turn);
    }
    const ticket = await this.#world.ticket();
    if (turn !== this.#turn) return;
    if (ticket.ok) this.#open(turn, ticket.body.ticket);
    else this.#failed(ticket);
  }

  #open(turn: number, ticket: string): void {
    const openedAt = this.#world.now();
    let isWelcome = false;
    const end = () => {
      if (turn !== this.#turn) return;
      const isShort = !isWelcome || this.#world.now() - openedAt < 10_000;
      this.#socketFailures = isShort ? this.#socketFailures + 1 : 0;
      this.#failed(null);
    };
    const socket = this.#world.socket({
      open: () => {
        if (turn !== this.#turn) return socket.close();
        // Only now: what is said while it connects would break it.
        this.#socket = socket;
        socket.send(JSON.stringify(this.#hello(ticket)));
      },
      message: (text) => {
        const frame = turn === this.#turn ? parse(text) : null;
        if (frame === null) return;
        this.#heardAt = this.#world.now();
        if (frame.type === "welcome") {
          isWelcome = true;
          this.#cancel();
          this.#heartbeat(turn);
          this.#live();
        }
        this.#listener.frame(frame);
      },
      close: end,
    });
    this.#cancel = this.#world.later(WELCOME_MS, end);
  }

  #heartbeat(turn: number): void {
    this.#cancel = this.#world.later(PING_MS, () => this.#probe(turn, SILENCE_MS - PING_MS));
  }

  /** Silence alone proves nothing: in a background tab timers run once a minute. An unanswered ping does. */
  #probe(turn: number, patience: number): void {
    if (turn !== this.#turn) return;
    const asked = this.#world.now();
    this.say({ type: "ping" });
    this.#cancel = this.#world.later(patience, () => {
      if (turn !== this.#turn) return;
      if (this.#heardAt < asked) this.resume();
      else this.#heartbeat(turn);
    });
  }

  async #beginPoll(turn: number): Promise<void> {
    const begun = await this.#world.beginPoll(this.#hello(""));
    if (turn !== this.#turn) return;
    if (!begun.ok) return this.#failed(begun);
    this.#screen = begun.body.screen;
    let last = this.#take(begun.body);
    this.#live();
    while (turn === this.#turn) {
      if (this.#world.now() >= this.#socketAgainAt) return this.#try();
      const answer = await this.#world.poll(begun.body.screen, last);
      if (turn !== this.#turn) return;
      // The desk has forgotten this screen: begin anew from what we have.
      if (!answer.ok && answer.status === 410) return this.#beginPoll(turn);
      if (!answer.ok) return this.#failed(answer);
      last = this.#take(answer.body);
    }
  }

  #take(poll: Poll): number {
    const turn = this.#turn;
    for (const frame of poll.frames) {
      // A frame may ask for a resume; the rest comes again then.
      if (turn === this.#turn && isFrame(frame)) this.#listener.frame(frame);
    }
    return poll.last;
  }

  #hello(ticket: string): CustomerSays {
    return { type: "hello", ticket, ...this.#listener.have() };
  }

  #live(): void {
    this.#failures = 0;
    this.#set({ state: "live" });
  }

  #failed(refused: Refused | null): void {
    this.#turn += 1;
    this.#drop();
    if (refused !== null && (refused.status === 404 || refused.status === 403)) {
      this.#set({ state: "gone" });
      return;
    }
    this.#failures += 1;
    if (refused === null && this.#socketFailures >= MOST_SOCKET_FAILURES) {
      // Another way is there: no pause before it.
      this.#socketAgainAt = this.#world.now() + SOCKET_AGAIN_MS;
      void this.#try();
      return;
    }
    const asked = (refused?.retryAfterS ?? 0) * 1000;
    const pause = Math.max(asked, pauseOf(this.#failures, this.#world.random()));
    this.#set({ state: "lost", retryAt: this.#world.now() + pause });
    this.#cancel = this.#world.later(pause, () => this.resume());
  }

  #drop(): void {
    this.#cancel();
    const socket = this.#socket;
    this.#socket = null;
    this.#screen = null;
    socket?.close();
  }

  #set(link: Link): void {
    this.#link = link;
    this.#listener.link(link);
  }
}

function parse(text: string): CustomerFrame | null {
  try {
    const value: unknown = JSON.parse(text);
    return isFrame(value) ? value : null;
  } catch {
    return null;
  }
}
