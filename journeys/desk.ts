// A real desk for one journey: the binary itself, an empty folder, a free port.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const STARTS_WITHIN_MS = 60_000;

export class Desk {
  /** Everything that the desk has printed so far, line by line. */
  readonly said: string[] = [];
  private child: ChildProcess | undefined;

  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly subcommand: "serve" | "demo",
  ) {}

  /** Where the desk is. */
  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** A new desk; `serve` begins empty with a set-up link, `demo` with people and history. */
  static async start(subcommand: "serve" | "demo" = "serve"): Promise<Desk> {
    const desk = new Desk(await mkdtemp(join(tmpdir(), "luukku-journey-")), await freePort(), subcommand);
    await desk.begin();
    return desk;
  }

  /** Starts the program on the same folder and port as before, and answers when it answers. */
  async begin(): Promise<void> {
    const program = process.env.LUUKKU_BINARY ?? join(import.meta.dirname, "../target/debug/luukku");
    if (!existsSync(program)) {
      throw new Error(`${program} is not there. Build it, or run the journeys by cargo xtask test.`);
    }
    const child = spawn(program, [this.subcommand, "--data", this.folder, "--listen", `127.0.0.1:${this.port}`], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NO_COLOR: "1" },
    });
    this.child = child;
    // Both must be read to the end: a full pipe would stop the desk.
    const hear = (from: NodeJS.ReadableStream) =>
      createInterface({ input: from }).on("line", (line) => this.said.push(line));
    hear(child.stdout);
    hear(child.stderr);
    await this.answers(child);
  }

  /** The first line that the desk prints with something that matches, now or later. */
  async line(wanted: RegExp): Promise<string> {
    const until = Date.now() + STARTS_WITHIN_MS;
    for (;;) {
      const found = this.said.find((line) => wanted.test(line));
      if (found !== undefined) return found;
      if (Date.now() > until) throw new Error(`The desk never said ${wanted}:\n${this.said.join("\n")}`);
      await nextTick();
    }
  }

  /** As when the power goes: nothing can be finished. */
  async kill(): Promise<void> {
    await this.end("SIGKILL");
  }

  /** As an operator does it. */
  async stop(): Promise<void> {
    await this.end("SIGTERM");
  }

  /** Sends the program a signal that it survives. */
  signal(signal: "SIGSTOP" | "SIGCONT"): void {
    this.child?.kill(signal);
  }

  /** Stops the desk and removes its folder. */
  async remove(): Promise<void> {
    await this.end("SIGKILL");
    await rm(this.folder, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  }

  private async answers(child: ChildProcess): Promise<void> {
    const until = Date.now() + STARTS_WITHIN_MS;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`The desk ended by itself:\n${this.said.join("\n")}`);
      if (Date.now() > until) throw new Error(`The desk does not answer:\n${this.said.join("\n")}`);
      const answer = await fetch(`${this.address}/healthz`).catch(() => undefined);
      if (answer?.ok) return;
      await nextTick();
    }
  }
}

/** A port that was free a moment ago; nobody else here asks for fixed ones. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** Lets others run; polling is for programs that cannot tell us. */
function nextTick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 25));
}
