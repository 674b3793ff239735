/** A menu over a field that keeps the focus: the field tells it what is written and pressed. */
export interface FieldMenu {
  /** The field that it belongs to. */
  field: HTMLTextAreaElement | null;
  readonly isOpen: boolean;
  /** Everything that can be inserted. */
  readonly offered: readonly { id: string }[];
  readonly chosen: { id: string } | undefined;
  /** The writer has written: `how` is the input event's own word for it. */
  typed(how: string): void;
  /** The caret has moved without writing. */
  moved(): void;
  /** True when the key was for the menu. */
  pressed(event: KeyboardEvent): boolean;
  close(): void;
}
