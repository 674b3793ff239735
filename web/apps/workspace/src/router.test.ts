import { describe, expect, test } from "vitest";
import { isOpen, isOurs, routeOf, safeNext, signInPath } from "./router.ts";

describe("an address", () => {
  test.each([
    ["/", { page: "desk" }],
    ["/cases", { page: "cases", query: "" }],
    ["/cases/?state=open", { page: "cases", query: "state=open" }],
    ["/cases/4821", { page: "case", number: 4821 }],
    ["/cases/4821/", { page: "case", number: 4821 }],
    ["/team", { page: "team" }],
    ["/wallboard", { page: "wallboard" }],
    ["/settings", { page: "settings", parts: [] }],
    ["/settings/clients/abc/hours", { page: "settings", parts: ["clients", "abc", "hours"] }],
    ["/sign-in?next=%2Fcases%2F7", { page: "sign-in", next: "/cases/7" }],
    ["/set-up/abc-DEF_1", { page: "set-up", token: "abc-DEF_1" }],
    ["/invitation/xyz", { page: "invitation", token: "xyz" }],
  ])("%s leads to its page", (address, route) => {
    expect(routeOf(address)).toEqual(route);
  });

  test.each(["/cases/abc", "/cases/0", "/cases/1/2", "/team/9", "/wallboard/9", "/set-up", "/%E0%A4%A", "/else"])(
    "%s is not found",
    (address) => {
      expect(routeOf(address)).toEqual({ page: "not-found" });
    },
  );
});

test("only sign-in, set-up and invitation are shown to strangers", () => {
  expect(["/sign-in", "/set-up/a", "/invitation/a"].every((one) => isOpen(routeOf(one)))).toBe(true);
  expect(["/", "/team", "/settings/me", "/else"].some((one) => isOpen(routeOf(one)))).toBe(false);
});

describe("after signing in", () => {
  test("one lands where one was going", () => {
    expect(safeNext("/cases/4821?from=mail")).toBe("/cases/4821?from=mail");
    expect(signInPath("/team")).toBe("/sign-in?next=%2Fteam");
  });

  test.each(["//evil.example", "/\\evil.example", "https://evil.example", "/sign-in", "/set-up/x", "", null])(
    "%s is not followed",
    (next) => {
      expect(safeNext(next)).toBe("/");
    },
  );
});

describe("a link", () => {
  const origin = "https://desk.example";
  test("of this desk is opened without a reload", () => {
    expect(isOurs({ href: `${origin}/team`, target: "", download: "" }, origin)).toBe(true);
  });
  test.each([
    { href: `${origin}/api/attachments/1`, target: "", download: "" },
    { href: `${origin}/team`, target: "_blank", download: "" },
    { href: `${origin}/team`, target: "", download: "x" },
    { href: "https://desk.example.evil/team", target: "", download: "" },
  ])("elsewhere is the browser's: %o", (link) => {
    expect(isOurs(link, origin)).toBe(false);
  });
});
