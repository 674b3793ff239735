/** What a compiled message may ask for: `n` writes a number, `s` picks a variant. */
interface Tools {
  n(value: Value, options?: Intl.NumberFormatOptions): string;
  s(value: Value, variants: Record<string, string>, other: string): string;
}

export type Value = string | number;

/** One language of one area, as the Vite plugin compiles it. */
export type Messages<Texts> = {
  readonly [Key in keyof Texts]: string | ((args: Record<string, Value>, tools: Tools) => string);
};

/** Gives the sentence for a key; the arguments are those that the Fluent message names. */
export type Translate<Texts> = <Key extends keyof Texts & string>(
  key: Key,
  ...args: Texts[Key] extends null ? [] : [args: Texts[Key]]
) => string;

/** Makes the function that gives sentences in `language` (a BCP 47 tag such as `fi`). */
export function createTexts<Texts>(messages: Messages<Texts>, language: string): Translate<Texts> {
  const plural = new Intl.PluralRules(language);
  const tools: Tools = {
    n: (value, options) => (typeof value === "number" ? value.toLocaleString(language, options) : value),
    s: (value, variants, other) =>
      variants[value] ?? (typeof value === "number" ? variants[plural.select(value)] : undefined) ?? other,
  };
  return (key, ...args) => {
    const message = messages[key];
    return typeof message === "string" ? message : message(args[0] ?? {}, tools);
  };
}
