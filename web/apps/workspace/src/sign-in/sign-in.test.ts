import { expect, test } from "vitest";
import { errorOf } from "./sign-in.svelte.ts";

const problem = (status: number, more = {}) => ({ type: "about:blank#x", title: "x", status, code: "x", ...more });

test("a refused sign-in does not tell which of the two was wrong", () => {
  expect(errorOf(problem(401))).toEqual({ kind: "wrong" });
});

test("a locked sign-in says when to come back, in whole minutes", () => {
  expect(errorOf(problem(429, { retry_after_s: 61 }))).toEqual({ kind: "too_often", minutes: 2 });
  expect(errorOf(problem(429))).toEqual({ kind: "too_often", minutes: 1 });
});

test("no answer is not a wrong password", () => {
  expect(errorOf(null)).toEqual({ kind: "unreachable" });
  expect(errorOf(problem(503))).toEqual({ kind: "unreachable" });
});
