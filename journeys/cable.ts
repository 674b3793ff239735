// The network between the browsers and the desk, with switches: a small TCP proxy on a port of its own.
import { connect, createServer, type Server, type Socket } from "node:net";

export class Cable {
  /** As in networks that let nothing but plain requests through: an upgrade to a WebSocket is refused. */
  refusesSockets = false;
  #isCut = false;
  /** The desk hears, and its answers are lost on their way. */
  #losesAnswers = false;
  readonly #open = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  /** A cable to what listens on `to`. */
  static async to(to: number): Promise<Cable> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const cable = new Cable(server, address.port);
    server.on("connection", (near) => cable.#join(near, to));
    return cable;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Every connection breaks, and no new one comes up until `mend`. */
  cut(): void {
    this.#isCut = true;
    for (const socket of this.#open) socket.resetAndDestroy();
  }

  mend(): void {
    this.#isCut = false;
    this.#losesAnswers = false;
  }

  /** From now on nothing comes back, though everything arrives. */
  loseAnswers(): void {
    this.#losesAnswers = true;
  }

  async remove(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  #join(near: Socket, to: number): void {
    this.#keep(near);
    if (this.#isCut) {
      near.resetAndDestroy();
      return;
    }
    near.once("data", (head) => {
      if (this.refusesSockets && /^upgrade: *websocket/im.test(head.toString("latin1"))) {
        near.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        return;
      }
      const far = connect(to, "127.0.0.1");
      this.#keep(far);
      far.write(head);
      near.pipe(far);
      far.on("data", (bytes) => {
        if (!this.#losesAnswers) near.write(bytes);
      });
      far.on("close", () => near.destroy());
      near.on("close", () => far.destroy());
    });
  }

  #keep(socket: Socket): void {
    this.#open.add(socket);
    socket.on("close", () => this.#open.delete(socket));
    // A broken line is what this is for.
    socket.on("error", () => socket.destroy());
  }
}
