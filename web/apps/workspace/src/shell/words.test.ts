import type { Translate } from "@luukku/texts";
import type { Language } from "@luukku/wire";
import { describe, expect, it } from "vitest";
import { Areas, Words } from "./words.svelte.ts";

interface Texts {
  hello: never;
}

const HELLO: Record<Language, string> = { fi: "Hei", sv: "Hej", en: "Hello" };

/** An area whose files arrive when `arrive` is called with their language. */
function area() {
  const underWay = new Map<Language, () => void>();
  const words = new Words<Texts>(
    (language) =>
      new Promise((found) => {
        underWay.set(language, () => found((() => HELLO[language]) as Translate<Texts>));
      }),
  );
  return { words, arrive: (language: Language) => underWay.get(language)?.() };
}

describe("the language of the screen", () => {
  it("turns everywhere at once, when the slowest area is here", async () => {
    const areas = new Areas();
    const frame = area();
    const desk = area();
    areas.add(frame.words);
    areas.add(desk.words);
    const finnish = areas.speak("fi");
    frame.arrive("fi");
    desk.arrive("fi");
    await finnish;

    const english = areas.speak("en");
    frame.arrive("en");
    await Promise.resolve();
    expect([frame.words.t("hello"), desk.words.t("hello")]).toEqual(["Hei", "Hei"]);
    desk.arrive("en");
    await english;
    expect([frame.words.t("hello"), desk.words.t("hello")]).toEqual(["Hello", "Hello"]);
  });

  it("is the one asked for last, in whichever order they arrive", async () => {
    const areas = new Areas();
    const frame = area();
    areas.add(frame.words);
    const both = [areas.speak("sv"), areas.speak("en")];
    frame.arrive("en");
    frame.arrive("sv");
    expect(await Promise.all(both)).toEqual([false, true]);
    expect(frame.words.t("hello")).toBe("Hello");
  });
});
