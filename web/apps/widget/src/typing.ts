/** Tells the desk that the visitor writes: at most every 3 s, and that it stopped after 5 s of rest. */
export class Typing {
  readonly #say: (active: boolean) => void;
  #saidAt = 0;
  #stop: ReturnType<typeof setTimeout> | undefined;

  constructor(say: (active: boolean) => void) {
    this.#say = say;
  }

  typed(now: number): void {
    clearTimeout(this.#stop);
    this.#stop = setTimeout(() => this.rest(), 5000);
    if (now - this.#saidAt < 3000) return;
    this.#saidAt = now;
    this.#say(true);
  }

  rest(): void {
    clearTimeout(this.#stop);
    if (this.#saidAt === 0) return;
    this.#saidAt = 0;
    this.#say(false);
  }
}
