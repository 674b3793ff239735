import type { Sound } from "./notify.ts";

/** Notes of each sound: frequency in Hz and when it begins, in seconds. Wood, not bells: short and low. */
const NOTES: Record<Sound, readonly { hz: number; at: number }[]> = {
  arrival: [
    { hz: 523, at: 0 },
    { hz: 784, at: 0.12 },
  ],
  message: [{ hz: 659, at: 0 }],
  nudge: [{ hz: 440, at: 0 }],
  warning: [
    { hz: 587, at: 0 },
    { hz: 440, at: 0.14 },
  ],
};
const LOUDNESS = 0.07;
/** Two sounds closer than this are one. */
const QUIET_MS = 900;

/** Plays soft sounds made on the spot: nothing is fetched. A browser that does not allow sound yet stays silent. */
export class Sounds {
  #context: AudioContext | null = null;
  #last = 0;

  play(sound: Sound): void {
    const now = performance.now();
    if (now - this.#last < QUIET_MS) return;
    this.#last = now;
    this.#context ??= new AudioContext();
    const context = this.#context;
    // Browsers keep it suspended until the first click or key on the page.
    if (context.state === "suspended") void context.resume();
    for (const note of NOTES[sound]) strike(context, note.hz, context.currentTime + note.at);
  }
}

function strike(context: AudioContext, hz: number, at: number): void {
  const tone = context.createOscillator();
  const loudness = context.createGain();
  tone.type = "triangle";
  tone.frequency.value = hz;
  loudness.gain.setValueAtTime(0, at);
  loudness.gain.linearRampToValueAtTime(LOUDNESS, at + 0.012);
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.32);
  tone.connect(loudness).connect(context.destination);
  tone.start(at);
  tone.stop(at + 0.35);
}
