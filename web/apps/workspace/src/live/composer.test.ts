import { describe, expect, test } from "vitest";
import { Composer, type Surroundings } from "./composer.svelte.ts";
import type { Keeping } from "./draft-words.ts";

const LIMITS = { text: 8, files: 2, file_bytes: 1000 };
const QUIET: Surroundings = {
  keep: () => Promise.resolve(1000),
  type: () => undefined,
  lastSeq: () => 1,
  limits: () => LIMITS,
  me: () => "aino",
};

/** A field in which these words stand, kept by the desk. */
async function written(text: string, around: Surroundings = QUIET): Promise<Composer> {
  const composer = new Composer("a", around, null);
  composer.write(text);
  await composer.keep();
  return composer;
}

/** As the desk tells it: without the spaces at the ends. */
function told(text: string, note = "") {
  return { case_id: "a", text: text.trim(), note, at: 1000, attachments: [] };
}

describe("a draft that comes back from the desk", () => {
  test.each(["Hei, ", "Hei,\n\n", "  Hei"])("leaves the field as it was written: %j", async (text) => {
    const composer = await written(text);
    composer.hear(told(text));
    expect(composer.text).toBe(text);
    composer.hear(told(text));
    expect(composer.text).toBe(text);
  });

  test("leaves spaces alone that are no words to the desk", async () => {
    const composer = await written("  ");
    composer.hear(null);
    expect(composer.text).toBe("  ");
  });

  test("does not bring older words back when it is late", async () => {
    const composer = await written("Hei, ");
    composer.write("Hei, katson ");
    await composer.keep();
    composer.hear(told("Hei, "));
    expect(composer.text).toBe("Hei, katson ");
    composer.hear(told("Hei, katson "));
    expect(composer.text).toBe("Hei, katson ");
  });

  test("may arrive before the desk's own answer", async () => {
    let answer: (at: number) => void = () => undefined;
    const composer = new Composer("a", { ...QUIET, keep: () => new Promise((done) => (answer = done)) }, null);
    composer.write("Hei, ");
    const keeping = composer.keep();
    composer.hear(told("Hei, "));
    answer(1000);
    await keeping;
    expect(composer.text).toBe("Hei, ");
  });

  test("is given up although it was sent before the desk had answered that it keeps it", async () => {
    const asked: string[] = [];
    const answers: ((at: number) => void)[] = [];
    const keep: Surroundings["keep"] = ({ text }) => {
      asked.push(text);
      return new Promise<number>((done) => answers.push(done));
    };
    const composer = new Composer("a", { ...QUIET, keep }, null);
    composer.write("Hei");
    const keeping = composer.keep();
    composer.empty();
    const giving = composer.keep();
    for (const answer of answers) answer(1000);
    await Promise.all([keeping, giving]);
    expect(asked).toEqual(["Hei", ""]);
  });

  test("from another screen is taken over when nothing is being written here", async () => {
    const composer = await written("Hei, ");
    composer.hear(told("Hei, "));
    composer.hear(told("Hei, katson tätä"));
    expect(composer.text).toBe("Hei, katson tätä");
    composer.hear(null);
    expect(composer.text).toBe("");
  });

  test("from another screen does not replace words that are not kept yet", async () => {
    const composer = await written("Hei");
    composer.write("Hei, mitä");
    composer.hear(told("Moi"));
    expect(composer.text).toBe("Hei, mitä");
    composer.empty();
  });

  test("is not taken for an echo when the desk never kept the words", async () => {
    const composer = await written("Hei");
    composer.hear(told("Hei"));
    const failing = new Composer("a", { ...QUIET, keep: () => Promise.resolve(null) }, told("Moi"));
    failing.write("Hei");
    await failing.keep();
    failing.write("Moi");
    failing.hear(told("Hei"));
    expect(failing.text).toBe("Hei");
    failing.empty();
  });
});

const FILE = {
  attachment_id: "file",
  name: "ohje.pdf",
  media_type: "application/pdf",
  size_bytes: 1000,
  shown: "download",
} as const;

describe("files of a draft", () => {
  test("come back with it, also without words", () => {
    const composer = new Composer("a", QUIET, { ...told(""), attachments: [FILE] });
    expect(composer.attachments).toEqual([FILE]);
    expect(composer.isEmpty).toBe(false);
  });

  test("are kept when one goes, and when a note is written beside", async () => {
    const kept: Keeping[] = [];
    const keep: Surroundings["keep"] = async (what) => {
      kept.push(what);
      return 1000;
    };
    const composer = new Composer("a", { ...QUIET, keep }, { ...told("Tässä"), attachments: [FILE] });
    composer.turn("note");
    await composer.keep();
    expect(kept).toEqual([]);
    composer.write("Soitti aamulla");
    await composer.keep();
    expect(kept.at(-1)).toEqual({ text: "Tässä", note: "Soitti aamulla", attachments: [FILE] });
    composer.remove("file");
    expect(kept.at(-1)?.attachments).toEqual([]);
  });

  test("go from this screen when they were sent on another", () => {
    const composer = new Composer("a", QUIET, { ...told("Tässä"), attachments: [FILE] });
    composer.hear(null);
    expect(composer.isEmpty).toBe(true);
  });
});

describe("words on both sides", () => {
  test("are kept together, and what stands on the side that leaves does not take the other along", async () => {
    const kept: Keeping[] = [];
    const composer = new Composer("a", { ...QUIET, keep: async (what) => kept.push(what) }, null);
    composer.write("Hei");
    composer.turn("note");
    composer.write("Soitti");
    await composer.keep();
    expect(kept.at(-1)).toEqual({ text: "Hei", note: "Soitti", attachments: [] });
    composer.turn("reply");
    composer.empty();
    await composer.keep();
    expect(kept.at(-1)).toEqual({ text: "", note: "Soitti", attachments: [] });
  });

  test("come back together, on the side that has some", () => {
    const both = new Composer("a", QUIET, told("Hei", "Soitti"));
    expect([both.mode, both.text]).toEqual(["reply", "Hei"]);
    both.turn("note");
    expect(both.text).toBe("Soitti");
    const note = new Composer("a", QUIET, told("", "Soitti"));
    expect([note.mode, note.text, note.holds("reply")]).toEqual(["note", "Soitti", false]);
  });

  test("of two tabs are put together, and nobody is turned away from the side where they write", async () => {
    const kept: Keeping[] = [];
    const composer = new Composer("a", { ...QUIET, keep: async (what) => kept.push(what) }, null);
    composer.turn("note");
    composer.hear(told("Hei"));
    expect(composer.mode).toBe("note");
    composer.write("Soitti");
    composer.hear(told("Hei taas"));
    expect(composer.text).toBe("Soitti");
    await composer.keep();
    expect(kept.at(-1)).toEqual({ text: "Hei taas", note: "Soitti", attachments: [] });
  });
});

test("words of a reply stay kept while the empty note beside is looked at", async () => {
  const kept: Keeping[] = [];
  const composer = new Composer("a", { ...QUIET, keep: async (what) => kept.push(what) }, told("Hei"));
  composer.turn("note");
  await composer.keep();
  expect(kept).toEqual([]);
});

describe("what the desk takes", () => {
  test("is counted as the desk counts it: an emoji is one character", async () => {
    const composer = await written(` ${"🙂".repeat(8)} `);
    expect(composer.tooMany).toBe(0);
    composer.write("🙂".repeat(9));
    expect(composer.tooMany).toBe(1);
  });

  test("is what the desk says, also for files", async () => {
    const composer = await written("Liite");
    const large = new File([new Uint8Array(1001)], "iso.bin");
    await composer.add([large]);
    expect(composer.uploads.map((one) => one.failed)).toEqual(["size"]);
  });
});

test("a line for colleagues is neither a draft of the desk nor lost in the reply beside it", () => {
  const kept: Keeping[] = [];
  const keep = (what: Keeping) => Promise.resolve(kept.push(what));
  const composer = new Composer("a", { ...QUIET, keep }, null);
  composer.write("Hei Kaisa");
  composer.turn("side");
  composer.write("Onko tämä tuttu?");
  expect(composer.isInside).toBe(true);
  void composer.keep();
  expect(kept.map((one) => one.text)).toEqual(["Hei Kaisa"]);
  composer.empty();
  expect(composer.isEmpty).toBe(true);
  composer.turn("reply");
  expect(composer.text).toBe("Hei Kaisa");
});
