import { expect, test } from "vitest";
import { originOf, parseWebsites } from "./websites.ts";

test.each([
  ["www.example.fi", "https://www.example.fi"],
  ["https://www.example.fi/chat?x=1", "https://www.example.fi"],
  ["HTTPS://Example.FI:443", "https://example.fi"],
  ["*.example.fi", "https://*.example.fi"],
  ["http://localhost:8090", "http://localhost:8090"],
  ["https://www.äänekoski.fi/asiointi", "https://www.xn--nekoski-4waa.fi"],
])("%s means %s", (typed, origin) => {
  expect(originOf(typed)).toBe(origin);
});

test.each([
  "example",
  "ftp://example.fi",
  "*.fi example",
  "*.localhost",
  "-a.fi",
  "a b.fi",
  "javascript:alert(1)",
  "ä ö.fi",
  "1234",
])("%s is no website", (typed) => {
  expect(originOf(typed)).toBeNull();
});

test("each line is a website, each website is once, and the first wrong one is named", () => {
  expect(parseWebsites("www.a.fi\n\nhttps://www.a.fi\nwww.b.fi, kolmas sivu")).toEqual({
    origins: ["https://www.a.fi", "https://www.b.fi"],
    wrong: "kolmas sivu",
  });
});
