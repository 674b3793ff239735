// CC-24: a referral names its place, and what would have solved it here.
import type { Label, ReferralReason } from "@luukku/wire";
import { expect, test } from "vitest";
import { ELSE, type Given, lacking, offered, referralSent } from "./referral.ts";

const label = (label_id: string, kind: Label["kind"], retired = false): Label => ({
  label_id,
  kind,
  name: label_id,
  retired,
});
const labels = [label("library", "place"), label("old", "place", true), label("unlock", "remedy")];
const given: Given & { reason: ReferralReason } = {
  place: "library",
  reason: "not_ours",
  remedy: null,
  note: "",
  places: offered("place", { labels }),
  remedies: offered("remedy", { labels }),
};

test("a place in use is enough for what is not ours", () => {
  expect(given.places.map((one) => one.label_id)).toEqual(["library"]);
  expect(lacking(given)).toBeNull();
  expect(lacking({ ...given, place: null })).toBe("place");
});

test("no reason is chosen for anybody", () => {
  expect(lacking({ ...given, reason: null })).toBe("reason");
});

test("what is ours asks with what it had been solved here", () => {
  expect(lacking({ ...given, reason: "no_right" })).toBe("remedy");
  expect(lacking({ ...given, reason: "no_right", remedy: "unlock" })).toBeNull();
});

test("what is in no list has to be written", () => {
  expect(lacking({ ...given, place: ELSE })).toBe("note");
  expect(lacking({ ...given, place: ELSE, note: "Kela" })).toBeNull();
  expect(lacking({ ...given, place: null, places: [] })).toBe("note");
  expect(lacking({ ...given, reason: "no_right", remedies: [] })).toBe("note");
});

test("a remedy that was chosen before the reason changed is not sent", () => {
  expect(referralSent({ ...given, remedy: "unlock" })).toEqual({
    place_id: "library",
    reason: "not_ours",
    remedy_id: null,
    note: "",
  });
  expect(referralSent({ ...given, place: ELSE, note: " Kela " })).toMatchObject({ place_id: null, note: "Kela" });
});
