/**
 * One line to the desk per screen: a WebSocket, or the same frames by long poll where a network blocks sockets.
 * It knows nothing of what the frames mean. Delivery contract D4 and D7.
 */
import type { AgentFrame, AgentSays, Have } from "@luukku/wire";
import { live } from "./api.ts";
import { ByDrawing } from "./by-drawing.ts";

/** What a screen is for: where its person works, or a page on a wall, which says nothing of whether they are there. */
export type Purpose = "work" | "wallboard";

export type Status = "connecting" | "live" | "lost";

// Half a minute without a network, the last ping before it and the first try after it stay below the 45 seconds
// after which an agent counts as gone.
const PING_MS = 5_000;
/** Nothing heard for this long: the line is dead even if nobody said so. */
const SILENCE_MS = 35_000;
/** The same where the browser itself says that there is no network: two pings are not answered. */
const OFFLINE_SILENCE_MS = 11_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;
/** After so many sockets in a row that never came up, poll. */
const SOCKETS_BEFORE_POLL = 3;
/** A socket that has not been welcomed by then never will be. */
const WELCOME_MS = 10_000;
const SOCKET_AGAIN_MS = 60_000;

export interface Line {
  /** What the screen has, for the greeting. */
  have: () => { epoch: string | null; cases: Have[] };
  /** `at`: when it came, by this machine's clock (ms). */
  onframe: (frame: AgentFrame, at: number) => void;
  onstatus: (status: Status, retryAt: number | null) => void;
  onsignedout: () => void;
  /** Once a second, also in a hidden tab. */
  onbeat: () => void;
}

/** How long to wait before try number `failures` (from 1): doubling, with half of it left to chance. */
export function waitMs(failures: number, chance: number): number {
  const whole = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(whole * (0.5 + chance / 2));
}

export class Connection {
  #line: Line;
  #pushed = new ByDrawing<{ frame: AgentFrame; at: number }>(({ frame, at }) => this.#hear(frame, at));
  #purpose: Purpose = "work";
  #socket: WebSocket | null = null;
  #polling: AbortController | null = null;
  #screen: string | null = null;
  #failures = 0;
  /** Sockets in a row that were never welcomed although the desk itself answered. */
  #blocked = 0;
  #welcomed = false;
  #heardAt = 0;
  #pingedAt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #beat: Worker | undefined;
  #closed = true;
  /** Counts attempts, so that a slow ticket of an old attempt opens nothing. */
  #attempt = 0;

  constructor(line: Line) {
    this.#line = line;
  }

  start(purpose: Purpose): void {
    this.#purpose = purpose;
    this.#closed = false;
    // A worker's timer keeps its pace in a hidden tab; the page's own would be slowed down until the desk thinks we left.
    this.#beat = new Worker(new URL("./beat.worker.ts", import.meta.url), { type: "module" });
    this.#beat.onmessage = () => {
      this.#heartbeat();
      this.#line.onbeat();
    };
    addEventListener("online", this.wake);
    addEventListener("focus", this.wake);
    document.addEventListener("visibilitychange", this.wake);
    void this.#open();
  }

  stop(): void {
    this.#closed = true;
    this.#beat?.terminate();
    clearTimeout(this.#retry);
    removeEventListener("online", this.wake);
    removeEventListener("focus", this.wake);
    document.removeEventListener("visibilitychange", this.wake);
    this.#drop();
  }

  /** Someone looks again: try at once if the line is down, ask for a sign of life if it seems up. */
  wake = (): void => {
    // Nothing is drawn now: what waits for a drawing would wait in vain.
    if (document.visibilityState === "hidden") this.#pushed.now();
    else if (this.#closed) return;
    else if (this.#socket?.readyState === WebSocket.OPEN) this.#heartbeat();
    else if (!this.#polling && this.#retry !== undefined) this.tryNow();
  };

  tryNow = (): void => {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    void this.#open();
  };

  /** Greets anew on a fresh line. */
  again(): void {
    this.#drop();
    this.tryNow();
  }

  /** Typing and looking may be lost (D7), so nothing is kept when the line is down. */
  say(words: AgentSays): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(words));
    else if (this.#screen !== null && words.type !== "ping") void live.say(this.#screen, words);
  }

  async #open(): Promise<void> {
    const attempt = ++this.#attempt;
    this.#drop();
    if (this.#blocked >= SOCKETS_BEFORE_POLL) return this.#poll(attempt);
    const ticket = await live.ticket();
    if (this.#closed || attempt !== this.#attempt) return;
    if (!ticket.ok) {
      if (ticket.problem?.status === 401) this.#line.onsignedout();
      else this.#later();
      return;
    }
    const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/api/socket`);
    this.#socket = socket;
    this.#heardAt = Date.now();
    this.#welcomed = false;
    socket.onopen = () => socket.send(JSON.stringify(this.#hello(ticket.value.ticket)));
    socket.onmessage = (event) => {
      if (attempt !== this.#attempt) return;
      this.#heardAt = Date.now();
      this.#pushed.add({ frame: JSON.parse(event.data), at: this.#heardAt });
    };
    socket.onclose = () => {
      if (attempt !== this.#attempt) return;
      // The last words came before the end; they may be that this line is not wanted any more.
      try {
        this.#pushed.now();
      } finally {
        if (attempt === this.#attempt) this.#later();
      }
    };
  }

  #hello(ticket: string): AgentSays {
    return { type: "hello", ticket, is_wallboard: this.#purpose === "wallboard", ...this.#line.have() };
  }

  #hear(frame: AgentFrame, at: number): void {
    if (frame.type === "welcome") {
      this.#failures = 0;
      this.#blocked = 0;
      this.#welcomed = true;
      this.#line.onstatus("live", null);
    }
    this.#line.onframe(frame, at);
  }

  #later(): void {
    if (this.#closed) return;
    if (this.#socket && !this.#welcomed) this.#blocked += 1;
    this.#drop();
    this.#failures += 1;
    const wait = waitMs(this.#failures, Math.random());
    this.#line.onstatus("lost", Date.now() + wait);
    this.#retry = setTimeout(this.tryNow, wait);
  }

  async #poll(attempt: number): Promise<void> {
    const polling = new AbortController();
    this.#polling = polling;
    const until = Date.now() + SOCKET_AGAIN_MS;
    let answer = await live.openPoll(this.#hello(""));
    while (!this.#closed && attempt === this.#attempt) {
      if (!answer.ok) {
        if (answer.problem?.status === 401) return this.#line.onsignedout();
        return this.#later();
      }
      this.#screen = answer.value.screen;
      for (const frame of answer.value.frames) this.#hearPolled(frame);
      if (Date.now() > until) {
        // A minute has passed: perhaps the network lets sockets through now. One failure brings us back here.
        this.#blocked = SOCKETS_BEFORE_POLL - 1;
        return void this.#open();
      }
      answer = await live.poll(answer.value.screen, answer.value.last, polling.signal);
    }
  }

  #hearPolled(frame: AgentFrame): void {
    this.#heardAt = Date.now();
    if (frame.type === "welcome") {
      this.#failures = 0;
      this.#line.onstatus("live", null);
    }
    this.#line.onframe(frame, this.#heardAt);
  }

  #heartbeat(): void {
    if (!this.#socket) return;
    const now = Date.now();
    if (now - this.#heardAt > this.#patience()) {
      this.#later();
      return;
    }
    if (!this.#welcomed || now - this.#pingedAt < PING_MS) return;
    this.#pingedAt = now;
    this.say({ type: "ping" });
  }

  /** How long nothing may be heard (ms). A browser may be wrong about the network, so its word alone ends no line. */
  #patience(): number {
    if (!this.#welcomed) return WELCOME_MS;
    return navigator.onLine ? SILENCE_MS : OFFLINE_SILENCE_MS;
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = null;
    this.#pushed.drop();
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }
    this.#polling?.abort();
    this.#polling = null;
    this.#screen = null;
  }
}
