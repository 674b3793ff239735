import type { Problem } from "@luukku/wire";
import type { Result } from "../live/api.ts";
import { fieldsOf } from "../shell/problem.ts";

/** Sentences about wrong fields, by the name of the field. */
export type Wrong = Readonly<Record<string, string>>;

export type Saving = "resting" | "saving" | "saved" | "failed";

interface Parts<Fields> {
  /** What the fields say now; read from state, so that it can be followed. */
  read: () => Fields;
  /** Puts values into the fields. */
  show: (fields: Fields) => void;
  /** What this page can see to be wrong, in the order of the page. */
  check: (fields: Fields) => Wrong;
  /** What the desk has now: fields that nobody has touched here are sent as a colleague may have saved them meanwhile. */
  latest?: () => Promise<Result<Fields>>;
  /** What is said of a field that a colleague has changed meanwhile to something else; `theirs`, where it is a number. */
  clashed?: (theirs: string | null) => string;
  /** Sends them; the answer is what is kept from now on. */
  send: (fields: Fields) => Promise<Result<Fields>>;
}

const SAVED_MS = 3000;

/** A form with a memory: what is kept, what has changed, what is wrong, how saving goes. */
export class Draft<Fields extends object> {
  #kept: Fields = $state.raw() as Fields;
  #told = $state.raw<Wrong>({});
  /** What was sent when the desk told that. */
  #sent = $state.raw<Fields | null>(null);
  #tried = $state(false);
  saving = $state<Saving>("resting");
  problem = $state.raw<Problem | null>(null);
  readonly #parts: Parts<Fields>;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(kept: Fields, parts: Parts<Fields>) {
    this.#kept = kept;
    this.#parts = parts;
  }

  /** How many fields differ from what is kept. */
  get changes(): number {
    return changesBetween(this.#kept, this.#parts.read());
  }

  /** What is wrong, as far as it is time to say so: after the first try, and what the desk has said. */
  get wrong(): Wrong {
    const fields = this.#parts.read();
    const told = this.#sent ? stillTold(this.#told, this.#sent, fields) : this.#told;
    return this.#tried ? { ...told, ...this.#parts.check(fields) } : told;
  }

  discard(): void {
    this.#parts.show(this.#kept);
    this.#rest();
  }

  /** True when it is kept. */
  async save(): Promise<boolean> {
    if (this.saving === "saving") return false;
    // What was saved a moment ago must not end the news of this one.
    clearTimeout(this.#resting);
    this.#tried = true;
    this.#told = {};
    const fields = this.#parts.read();
    if (Object.keys(this.#parts.check(fields)).length > 0) return false;
    this.saving = "saving";
    const latest = await this.#parts.latest?.();
    if (latest?.ok && this.#hasClashed(latest.value, fields)) return false;
    const result =
      latest && !latest.ok ? latest : await this.#parts.send(onto(this.#kept, latest?.value ?? fields, fields));
    if (!result.ok) {
      this.#told = fieldsOf(result.problem);
      this.#sent = fields;
      this.problem = result.problem;
      this.saving = Object.keys(this.#told).length > 0 ? "resting" : "failed";
      return false;
    }
    this.#kept = result.value;
    // What was written on meanwhile stays, and only that: the rest is as it is kept, a colleague's fields among it.
    const now = this.#parts.read();
    this.#parts.show(changesBetween(fields, now) === 0 ? result.value : onto(fields, result.value, now));
    this.#rest();
    this.saving = "saved";
    this.#resting = setTimeout(() => this.saving === "saved" && this.#rest(), SAVED_MS);
    return true;
  }

  /** Nobody's words are overwritten unseen: where both have changed a field, it is said, and the next save is meant so. */
  #hasClashed(latest: Fields, fields: Fields): boolean {
    const { clashed } = this.#parts;
    const theirs = new Set(changedKeys(this.#kept, latest));
    const differs = new Set(changedKeys(fields, latest));
    const both = changedKeys(this.#kept, fields).filter((key) => theirs.has(key) && differs.has(key));
    if (!clashed || both.length === 0) return false;
    this.#told = Object.fromEntries(both.map((key) => [key, clashed(written(latest, key))]));
    this.#sent = fields;
    // What only they have changed is shown as it is now.
    this.#parts.show(onto(this.#kept, latest, fields));
    this.#kept = latest;
    this.saving = "resting";
    return true;
  }

  #rest(): void {
    this.#told = {};
    this.#tried = false;
    this.problem = null;
    this.saving = "resting";
  }
}

export function changesBetween(a: object, b: object): number {
  return changedKeys(a, b).length;
}

/** The fields that differ, those of a group by its name and theirs: `speech.style`. */
function changedKeys(a: object, b: object): string[] {
  const other = new Map(Object.entries(b));
  return Object.entries(a).flatMap(([key, value]) => {
    const there: unknown = other.get(key);
    if (isGroup(value) && isGroup(there)) return changedKeys(value, there).map((name) => `${key}.${name}`);
    return JSON.stringify(value) === JSON.stringify(there) ? [] : [key];
  });
}

/** `mine` in the place of what it has changed of `before`, the rest as in `latest`. */
function onto<Fields extends object>(before: Fields, latest: Fields, mine: Fields): Fields {
  const was = new Map<string, unknown>(Object.entries(before));
  const is = new Map<string, unknown>(Object.entries(latest));
  const merged = Object.entries(mine).map(([key, value]) => {
    const [old, there] = [was.get(key), is.get(key)];
    if (isGroup(value) && isGroup(old) && isGroup(there)) return [key, onto(old, there, value)];
    return [key, JSON.stringify(value) === JSON.stringify(old) ? there : value];
  });
  return { ...latest, ...Object.fromEntries(merged) };
}

/** A number as it stands in its field; `null` of everything else, which may be kept as another word than is shown. */
function written(fields: object, key: string): string | null {
  const within = (at: unknown, name: string) =>
    isGroup(at) ? new Map<string, unknown>(Object.entries(at)).get(name) : null;
  const value = String(key.split(".").reduce<unknown>(within, fields));
  return /^\d+$/.test(value) ? value : null;
}

/** Fields that belong together, each of which somebody may change by itself. */
function isGroup(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What was said about a field holds as long as the field says the same. */
function stillTold(told: Wrong, sent: object, now: object): Wrong {
  const changed = changedKeys(sent, now);
  return Object.fromEntries(Object.entries(told).filter(([field]) => !changed.includes(field)));
}
