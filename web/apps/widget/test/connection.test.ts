// The line to the desk with a clock of its own: no waiting, no network.
import { expect, test } from "vitest";
import type { Answer } from "../src/api";
import { Connection, type Link, pauseOf, type Socket, type SocketEvents, type World } from "../src/connection";
import type { CustomerFrame, CustomerSays, Poll } from "../src/shapes";
import { widget } from "./examples";

const WELCOME: CustomerFrame = { type: "welcome", epoch: "e1", widget: widget() };
const DOWN = { ok: false, status: 0, code: "unreachable", sentence: null, retryAfterS: null } as const;

class Line implements Socket {
  said: CustomerSays[] = [];
  isClosed = false;
  constructor(readonly on: SocketEvents = { open() {}, message() {}, close() {} }) {}
  send(text: string) {
    this.said.push(JSON.parse(text));
  }
  close() {
    this.isClosed = true;
  }
  bring(frame: CustomerFrame) {
    this.on.message(JSON.stringify(frame));
  }
}

function scene() {
  let now = 1_000_000;
  let tasks: { at: number; run: () => void }[] = [];
  const lines: Line[] = [];
  const links: Link[] = [];
  const frames: CustomerFrame[] = [];
  const polls: { after: number | null; answer: (answer: Answer<Poll>) => void }[] = [];
  const have = { epoch: "e1" as string | null, seq: 7 };
  const answers = { ticket: { ok: true, body: { ticket: "t" } } as Answer<{ ticket: string }> };
  const world: World = {
    now: () => now,
    random: () => 0,
    later(ms, run) {
      const task = { at: now + ms, run };
      tasks.push(task);
      return () => {
        tasks = tasks.filter((one) => one !== task);
      };
    },
    ticket: async () => answers.ticket,
    socket(on) {
      const line = new Line(on);
      lines.push(line);
      return line;
    },
    beginPoll: () => new Promise((answer) => polls.push({ after: null, answer })),
    poll: (_screen, after) => new Promise((answer) => polls.push({ after, answer })),
    sayByPoll: async () => undefined,
  };
  const connection = new Connection(world, {
    have: () => have,
    frame: (frame) => frames.push(frame),
    link: (link) => links.push(link),
  });
  const settle = async () => {
    for (let step = 0; step < 8; step += 1) await Promise.resolve();
  };
  return {
    connection,
    lines,
    links,
    frames,
    polls,
    have,
    answers,
    settle,
    line: () => lines.at(-1) ?? new Line(),
    link: () => links.at(-1),
    async pass(ms: number) {
      const until = now + ms;
      for (;;) {
        const next = tasks.filter((task) => task.at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        now = Math.max(now, next.at);
        tasks = tasks.filter((task) => task !== next);
        next.run();
        await settle();
      }
      now = until;
      await settle();
    },
    /** The computer sleeps: time goes, timers do not run. */
    sleep(ms: number) {
      now += ms;
    },
    async open() {
      connection.resume();
      await settle();
      this.line().on.open();
      this.line().bring(WELCOME);
    },
  };
}

test("the first frame says what the screen has", async () => {
  const at = scene();
  await at.open();
  expect(at.line().said).toEqual([{ type: "hello", ticket: "t", epoch: "e1", seq: 7 }]);
  expect(at.link()).toEqual({ state: "live" });
});

test("a lost line comes back with growing pauses and resumes", async () => {
  const at = scene();
  await at.open();
  await at.pass(11_000);
  at.line().on.close();
  expect(at.link()).toEqual({ state: "lost", retryAt: 1_011_500 });
  at.answers.ticket = DOWN;
  await at.pass(500);
  expect(at.link()).toEqual({ state: "lost", retryAt: 1_012_500 });
  at.answers.ticket = { ok: true, body: { ticket: "t2" } };
  at.have.seq = 9;
  await at.pass(1000);
  at.line().on.open();
  expect(at.line().said[0]).toMatchObject({ ticket: "t2", seq: 9 });
});

test("pauses grow from half a second to fifteen", () => {
  expect([1, 2, 3, 6, 20].map((failures) => pauseOf(failures, 0))).toEqual([500, 1000, 2000, 15_000, 15_000]);
  expect(pauseOf(20, 1)).toBe(18_750);
});

test("the visitor's return does not wait for the next try", async () => {
  const at = scene();
  at.answers.ticket = DOWN;
  at.connection.resume();
  await at.settle();
  at.answers.ticket = { ok: true, body: { ticket: "t" } };
  at.connection.wake();
  await at.settle();
  expect(at.lines.length).toBe(1);
});

test("a heartbeat goes every 20 s, and 35 s of silence is a dead line (trust 14)", async () => {
  const at = scene();
  await at.open();
  await at.pass(20_000);
  expect(at.line().said.at(-1)).toEqual({ type: "ping" });
  at.line().bring({ type: "pong", now: 0 });
  await at.pass(35_000);
  expect(at.lines.length).toBe(1);
  await at.pass(15_000);
  expect(at.lines.length).toBe(2);
  expect(at.lines[0]?.isClosed).toBe(true);
});

test("in a background tab, where timers run once a minute, an answered ping keeps the line", async () => {
  const at = scene();
  await at.open();
  for (let minute = 0; minute < 3; minute += 1) {
    at.sleep(60_000);
    await at.pass(0);
    at.line().bring({ type: "pong", now: 0 });
  }
  expect(at.lines.length).toBe(1);
});

test("after a sleep a dead line is noticed within 5 s (trust 14)", async () => {
  const at = scene();
  await at.open();
  at.sleep(600_000);
  at.connection.wake();
  await at.pass(3000);
  expect(at.lines.length).toBe(2);
});

test("three sockets that never opened: the same frames by long poll, and a socket again after a minute", async () => {
  const at = scene();
  at.connection.resume();
  await at.settle();
  for (let tries = 0; tries < 3; tries += 1) {
    at.line().on.close();
    await at.pass(3000);
  }
  expect(at.lines.length).toBe(3);
  at.polls[0]?.answer({ ok: true, body: { screen: "s", last: 1, frames: [WELCOME] } });
  await at.settle();
  expect(at.link()).toEqual({ state: "live" });
  expect(at.frames).toEqual([WELCOME]);
  expect(at.polls[1]?.after).toBe(1);
  await at.pass(61_000);
  at.polls[1]?.answer({ ok: true, body: { screen: "s", last: 2, frames: [{ type: "pong", now: 1 }] } });
  await at.settle();
  expect(at.lines.length).toBe(4);
});

test("a screen that the desk has forgotten begins its polls anew", async () => {
  const at = scene();
  at.connection.resume();
  await at.settle();
  for (let tries = 0; tries < 3; tries += 1) {
    at.line().on.close();
    await at.pass(3000);
  }
  at.polls[0]?.answer({ ok: true, body: { screen: "s", last: 0, frames: [WELCOME] } });
  await at.settle();
  at.polls[1]?.answer({ ...DOWN, status: 410 });
  await at.settle();
  expect(at.polls[2]?.after).toBeNull();
});

test("a chat that is not there any more is not asked for again", async () => {
  const at = scene();
  at.answers.ticket = { ...DOWN, status: 404 };
  at.connection.resume();
  await at.settle();
  expect(at.link()).toEqual({ state: "gone" });
  await at.pass(600_000);
  expect(at.links.length).toBe(1);
});

test("rubbish on the line is ignored", async () => {
  const at = scene();
  await at.open();
  for (const rubbish of ["{", "[]", "null", "7", ""]) at.line().on.message(rubbish);
  expect(at.frames.length).toBe(1);
});

test("nothing is said over a line that is still being opened, and an older one is closed when it opens late", async () => {
  const { connection, lines, line, settle } = scene();
  connection.resume();
  await settle();
  line().on.open();
  line().bring(WELCOME);
  connection.resume();
  await settle();
  connection.say({ type: "typing", active: true });
  expect(lines.at(-1)?.said, "a browser would throw here").toEqual([]);
  const late = line();
  connection.resume();
  await settle();
  late.on.open();
  expect([late.isClosed, late.said.length]).toEqual([true, 0]);
});
