/** The menu of people and teams over the field of a note: when it is open, what it finds, what is chosen, and inserting it. */
import type { CaseRow } from "@luukku/wire";
import type { Composer } from "../live/composer.svelte.ts";
import type { LiveDesk } from "../live/desk.svelte.ts";
import type { FieldMenu } from "./field-menu.ts";
import { answering, atBefore, type Nameable, nameable } from "./mentions.ts";

/** So many are shown; a few letters find the others. */
const MOST = 8;

export class MentionMenu implements FieldMenu {
  field: HTMLTextAreaElement | null = null;
  /** Where the @ stands; `null` while nobody is asked for. */
  #from = $state<number | null>(null);
  #caret = $state(0);
  #at = $state(0);
  /** The @ behind which the menu was closed: it stays an @. */
  #closedAt: number | null = null;
  readonly #desk: LiveDesk;
  readonly #row: () => CaseRow;
  readonly #composer: () => Composer;

  constructor(desk: LiveDesk, row: () => CaseRow, composer: () => Composer) {
    this.#desk = desk;
    this.#row = row;
    this.#composer = composer;
  }

  readonly offered: readonly Nameable[] = $derived.by(() => nameable(this.#row(), this.#desk));

  readonly found: readonly Nameable[] = $derived.by(() => {
    const from = this.#from;
    if (from === null || !this.#composer().isInside) return [];
    return answering(this.#composer().text.slice(from + 1, this.#caret), this.offered).slice(0, MOST);
  });

  readonly isOpen = $derived(this.found.length > 0);

  readonly chosen = $derived(this.found[Math.min(this.#at, this.found.length - 1)]);

  choose(one: Nameable): void {
    this.#at = Math.max(0, this.found.indexOf(one));
  }

  close(): void {
    if (this.isOpen) this.#closedAt = this.#from;
    this.#from = null;
  }

  typed(how: string): void {
    const caret = this.field?.selectionStart ?? 0;
    const at = atBefore(this.field?.value ?? "", caret);
    // An @ that was typed just now asks anew, whatever was closed before in this place.
    if (at !== this.#closedAt || caret === (at ?? caret) + 1) this.#closedAt = null;
    const isAsking = at !== this.#closedAt && (this.#from === at || !/Paste|Drop/.test(how));
    this.#from = isAsking ? at : null;
    this.#caret = caret;
    this.#at = 0;
  }

  moved(): void {
    const caret = this.field?.selectionStart ?? 0;
    if (this.#from !== null && atBefore(this.field?.value ?? "", caret) !== this.#from) this.close();
    this.#caret = caret;
  }

  pressed(event: KeyboardEvent): boolean {
    const { chosen } = this;
    if (!chosen || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        this.#step(event.key === "ArrowDown" ? 1 : -1);
        break;
      case "Enter":
      case "Tab":
        this.insert(chosen);
        break;
      case "Escape":
        this.close();
        break;
      default:
        return false;
    }
    event.preventDefault();
    return true;
  }

  insert(one: Nameable): void {
    const { field } = this;
    const from = this.#from;
    if (!field || from === null) return;
    const name = `@${one.name} `;
    field.focus({ preventScroll: true });
    field.setSelectionRange(from, this.#caret);
    // The browser's own way to write, because only that can be undone by its Ctrl+Z.
    if (!document.execCommand("insertText", false, name)) {
      field.setRangeText(name, from, this.#caret, "end");
      this.#composer().write(field.value);
    }
    this.#closedAt = from;
    this.#from = null;
  }

  #step(by: 1 | -1): void {
    const count = this.found.length;
    this.#at = (Math.min(this.#at, count - 1) + by + count) % count;
  }
}
