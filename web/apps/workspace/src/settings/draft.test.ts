import { expect, test, vi } from "vitest";
import { Draft } from "./draft.svelte.ts";

interface Fields {
  name: string;
  websites: string[];
}

function draft(answer: (fields: Fields) => Fields | Record<string, string>) {
  let now: Fields = { name: "Koskela", websites: ["a"] };
  const made = new Draft<Fields>(now, {
    read: () => now,
    show: (fields) => {
      now = fields;
    },
    check: (fields): Record<string, string> => (fields.name === "" ? { name: "Kirjoita nimi" } : {}),
    send: async (fields) => {
      const said = answer(fields);
      if ("websites" in said && Array.isArray(said.websites)) return { ok: true, value: said as Fields };
      const fieldsWrong = Object.entries(said).map(([field, sentence]) => ({ field, sentence: String(sentence) }));
      return {
        ok: false,
        problem: { type: "about:blank#x", title: "Ei", status: 422, code: "invalid", fields: fieldsWrong },
      };
    },
  });
  return { made, type: (fields: Fields) => (now = fields), now: () => now };
}

test("changes are counted by field and go away when they are discarded", () => {
  const { made, type, now } = draft((fields) => fields);
  type({ name: "Koskela 2", websites: ["a", "b"] });
  expect(made.changes).toBe(2);
  made.discard();
  expect([made.changes, now().name]).toEqual([0, "Koskela"]);
});

test("nothing is called wrong before one has tried to save", async () => {
  const { made, type } = draft((fields) => fields);
  type({ name: "", websites: [] });
  expect(made.wrong).toEqual({});
  expect(await made.save()).toBe(false);
  expect(made.wrong).toEqual({ name: "Kirjoita nimi" });
});

test("what the desk calls wrong is shown, and nothing is lost", async () => {
  const { made, type, now } = draft(() => ({ name: "Nimi on jo käytössä" }));
  type({ name: "Havuvaara", websites: ["a"] });
  expect(await made.save()).toBe(false);
  expect(made.wrong).toEqual({ name: "Nimi on jo käytössä" });
  expect([now().name, made.changes]).toEqual(["Havuvaara", 1]);
});

test("what the desk called wrong is said no longer when the field says something else", async () => {
  const { made, type } = draft(() => ({ name: "Nimi on jo käytössä", websites: "Osoite ei kelpaa" }));
  type({ name: "Havuvaara", websites: ["b"] });
  await made.save();
  expect(made.wrong).toEqual({ name: "Nimi on jo käytössä", websites: "Osoite ei kelpaa" });
  type({ name: "Havuvaara 2", websites: ["b"] });
  expect(made.wrong).toEqual({ websites: "Osoite ei kelpaa" });
});

test("what is kept is what the desk says it kept", async () => {
  const { made, type, now } = draft((fields) => ({ ...fields, name: fields.name.trim() }));
  type({ name: " Havuvaara ", websites: ["a"] });
  expect(await made.save()).toBe(true);
  expect([made.changes, now().name, made.saving]).toEqual([0, "Havuvaara", "saved"]);
});

test("the news of a second saving is shown as long as that of the first", async () => {
  vi.useFakeTimers();
  const { made, type } = draft((fields) => fields);
  type({ name: "Havuvaara", websites: ["a"] });
  await made.save();
  vi.advanceTimersByTime(2900);
  type({ name: "Havuvaara 2", websites: ["a"] });
  await made.save();
  vi.advanceTimersByTime(2900);
  expect(made.saving).toBe("saved");
  vi.advanceTimersByTime(200);
  expect(made.saving).toBe("resting");
  vi.useRealTimers();
});

test("what a colleague saved meanwhile in other fields is not undone", async () => {
  let now: Fields = { name: "Koskela", websites: ["a"] };
  const sent: Fields[] = [];
  const made = new Draft<Fields>(now, {
    read: () => now,
    show: (fields) => {
      now = fields;
    },
    check: () => ({}),
    latest: async () => ({ ok: true, value: { name: "Koskela", websites: ["a", "theirs"] } }),
    send: async (fields) => {
      sent.push(fields);
      return { ok: true, value: fields };
    },
  });
  now = { name: "Koskela 2", websites: ["a"] };
  expect(await made.save()).toBe(true);
  expect(sent).toEqual([{ name: "Koskela 2", websites: ["a", "theirs"] }]);
  expect([now.websites, made.changes], "and the page shows it").toEqual([["a", "theirs"], 0]);
});

interface Grouped {
  speech: { rules: string; closing: string };
}

/** A form whose desk has what a colleague saved, and answers when it is told to. */
function grouped(latest: Grouped) {
  let now: Grouped = { speech: { rules: "", closing: "" } };
  let answer = () => {};
  const sent: Grouped[] = [];
  const made = new Draft<Grouped>(now, {
    read: () => now,
    show: (fields) => {
      now = fields;
    },
    check: () => ({}),
    latest: async () => ({ ok: true, value: latest }),
    send: (fields) => {
      sent.push(fields);
      return new Promise((resolve) => {
        answer = () => resolve({ ok: true, value: fields });
      });
    },
  });
  return {
    made,
    sent,
    type: (speech: Grouped["speech"]) => (now = { speech }),
    now: () => now,
    answer: () => answer(),
  };
}

test("fields that belong together are counted, and kept from undoing a colleague's, one by one", async () => {
  const { made, sent, type, answer } = grouped({ speech: { rules: "Heidän", closing: "" } });
  type({ rules: "", closing: "Kiitos" });
  expect(made.changes).toBe(1);
  const saved = made.save();
  await vi.waitFor(() => expect(sent).toEqual([{ speech: { rules: "Heidän", closing: "Kiitos" } }]));
  answer();
  expect(await saved).toBe(true);
});

test("what is written while it is saved does not make a colleague's field mine", async () => {
  const { made, sent, type, now, answer } = grouped({ speech: { rules: "Heidän", closing: "" } });
  type({ rules: "", closing: "Kiitos" });
  const saved = made.save();
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  type({ rules: "", closing: "Kiitos paljon" });
  answer();
  await saved;
  expect(now()).toEqual({ speech: { rules: "Heidän", closing: "Kiitos paljon" } });
  expect(made.changes).toBe(1);
});

test("what two have changed at once is overwritten by nobody unseen, and by who saves again", async () => {
  let [now, kept] = [
    { name: "Koskela", target: "60" },
    { name: "Koskela", target: "60" },
  ];
  const made = new Draft(now, {
    read: () => now,
    show: (fields) => {
      now = fields;
    },
    check: () => ({}),
    clashed: (theirs) => `muutettu: ${theirs}`,
    latest: async () => ({ ok: true, value: kept }),
    send: async (fields) => {
      kept = fields;
      return { ok: true, value: fields };
    },
  });
  now = { name: "Koskela", target: "80" };
  kept = { name: "Koskelan kunta", target: "70" };
  expect(await made.save()).toBe(false);
  expect(made.wrong).toEqual({ target: "muutettu: 70" });
  expect(now, "what only the other has changed is shown").toEqual({ name: "Koskelan kunta", target: "80" });
  expect(kept.target, "nothing is sent").toBe("70");
  expect(await made.save()).toBe(true);
  expect(kept).toEqual({ name: "Koskelan kunta", target: "80" });
  now = { ...now, name: "Kunta" };
  kept = { name: "Kunta", target: "80" };
  expect(await made.save(), "both wrote the same").toBe(true);
});
