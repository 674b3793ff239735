/** The menu of prepared replies over one field: when it is open, what it finds, what is chosen, and inserting it. */
import type { CaseRow } from "@luukku/wire";
import type { Composer } from "../live/composer.svelte.ts";
import type { LiveDesk } from "../live/desk.svelte.ts";
import { answering, type Offered, offered, slashBefore, valuesOf } from "./prepared.ts";

/** Where it was opened: by a slash, or by the button where the caret stood. */
interface Opening {
  composer: Composer;
  from: number;
  isSlash: boolean;
}

export class PreparedMenu {
  /** The field that it belongs to. */
  field: HTMLTextAreaElement | null = null;
  #opening = $state.raw<Opening | null>(null);
  #caret = $state(0);
  #at = $state(0);
  /** The slash behind which the menu was closed: it stays a slash. */
  #closedAt: number | null = null;
  readonly #desk: LiveDesk;
  readonly #row: () => CaseRow;
  readonly #composer: () => Composer;

  constructor(desk: LiveDesk, row: () => CaseRow, composer: () => Composer) {
    this.#desk = desk;
    this.#row = row;
    this.#composer = composer;
  }

  /** Everything that can be inserted here. In a note there is nobody to say it to. */
  readonly offered: readonly Offered[] = $derived.by(() => this.#offer());

  readonly #open: Opening | null = $derived.by(() => this.#openHere());

  readonly query: string = $derived.by(() => this.#asked());

  readonly found: readonly Offered[] = $derived.by(() => this.#find());

  /** Nothing found ends it, except for one word after the slash: that may be a slip of the finger. */
  readonly isOpen = $derived(
    this.#open !== null && (this.found.length > 0 || (this.#open.isSlash && /^[^\s/]*$/.test(this.query))),
  );

  readonly chosen = $derived(this.isOpen ? this.found[Math.min(this.#at, this.found.length - 1)] : undefined);

  choose(one: Offered): void {
    this.#at = Math.max(0, this.found.indexOf(one));
  }

  close(): void {
    if (this.isOpen && this.#opening?.isSlash) this.#closedAt = this.#opening.from;
    this.#opening = null;
  }

  /** By the button: where the caret is, or was. */
  toggle(): void {
    const field = this.field;
    if (!field) return;
    if (this.isOpen) {
      this.close();
      return;
    }
    const composer = this.#composer();
    if (document.activeElement !== field) {
      field.focus({ preventScroll: true });
      field.setSelectionRange(...(composer.caret ?? ([field.value.length, field.value.length] as const)));
    }
    this.#show({ composer, from: field.selectionStart, isSlash: false }, field.selectionEnd);
  }

  /** The writer has written: `how` is the input event's own word for it. */
  typed(how: string): void {
    const field = this.field;
    if (!field) return;
    const caret = field.selectionStart;
    const slash = slashBefore(field.value, caret);
    // A slash that was typed just now asks anew, whatever was closed before in this place.
    if (slash !== this.#closedAt || caret === (slash ?? caret) + 1) this.#closedAt = null;
    // A path that is pasted is a path.
    const isAsking = slash !== null && slash !== this.#closedAt && !/Paste|Drop/.test(how);
    if (this.#opening && this.#stays(this.#opening, slash, caret)) this.#caret = caret;
    else if (isAsking) this.#show({ composer: this.#composer(), from: slash, isSlash: true }, caret);
    else this.#opening = null;
    this.#at = 0;
  }

  /** The caret has moved without writing. */
  moved(): void {
    const caret = this.field?.selectionStart ?? 0;
    const slash = slashBefore(this.field?.value ?? "", caret);
    if (this.#opening && !this.#stays(this.#opening, slash, caret)) this.close();
    else this.#caret = caret;
  }

  /** True when the key was for the menu. */
  pressed(event: KeyboardEvent): boolean {
    if (!this.isOpen || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        this.#step(event.key === "ArrowDown" ? 1 : -1);
        break;
      case "Enter":
        // What nobody prepared is not sent by mistake either: only the menu closes.
        if (this.chosen) this.insert(this.chosen);
        else this.close();
        break;
      case "Tab":
        if (!this.chosen) return false;
        this.insert(this.chosen);
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

  insert(one: Offered): void {
    const field = this.field;
    const open = this.#open;
    if (!field || !open || one.lock !== null) return;
    this.#opening = null;
    field.focus({ preventScroll: true });
    field.setSelectionRange(open.from, this.#caret);
    // The browser's own way to write, because only that can be undone by its Ctrl+Z.
    if (!document.execCommand("insertText", false, one.text)) {
      field.setRangeText(one.text, open.from, this.#caret, "end");
      this.#composer().write(field.value);
    }
    this.#opening = null;
  }

  #offer(): Offered[] {
    const row = this.#row();
    if (this.#composer().isInside) return [];
    const client = this.#desk.clients.get(row.client_id)?.name ?? null;
    return offered(this.#desk.prepared.values(), row, valuesOf(row, this.#desk.self?.first_name ?? null, client));
  }

  #openHere(): Opening | null {
    return this.#opening?.composer === this.#composer() && this.offered.length > 0 ? this.#opening : null;
  }

  #asked(): string {
    const open = this.#open;
    return open ? this.#composer().text.slice(open.from + (open.isSlash ? 1 : 0), this.#caret) : "";
  }

  #find(): Offered[] {
    return this.#open ? answering(this.query, this.offered, this.#row().contact.language) : [];
  }

  #show(opening: Opening, caret: number): void {
    this.#opening = opening;
    this.#caret = caret;
    this.#at = 0;
  }

  #step(by: 1 | -1): void {
    const count = this.found.length;
    if (count > 0) this.#at = (Math.min(this.#at, count - 1) + by + count) % count;
  }

  #stays(open: Opening, slash: number | null, caret: number): boolean {
    if (open.composer !== this.#composer()) return false;
    if (open.isSlash) return slash === open.from;
    return caret >= open.from && !(this.field?.value ?? "").slice(open.from, caret).includes("\n");
  }
}
