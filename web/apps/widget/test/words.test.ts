// Trust 85: incoming text is text; only typed addresses become links, and only of three kinds.
import { expect, test } from "vitest";
import { partsOf } from "../src/words";

const links = (text: string) => partsOf(text).flatMap((part) => (part.kind === "link" ? [part.address] : []));
const whole = (text: string) =>
  partsOf(text)
    .map((part) => part.text)
    .join("");

test("a typed address is a link, the sentence around it is not", () => {
  expect(partsOf("Katso https://example.fi/ohje?a=1#b, siellä se on.")).toEqual([
    { kind: "words", text: "Katso " },
    { kind: "link", text: "https://example.fi/ohje?a=1#b", address: "https://example.fi/ohje?a=1#b" },
    { kind: "words", text: ", siellä se on." },
  ]);
  expect(links("(https://example.fi/a_(b)) ja mailto:tuki@example.fi!")).toEqual([
    "https://example.fi/a_(b)",
    "mailto:tuki@example.fi",
  ]);
});

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\tscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox",
  "file:///etc/passwd",
  "https://",
  "http://[::1",
  "<a href=x onclick=alert(1)>x</a>",
  "<img src=x onerror=alert(1)>",
  "//example.fi",
  "mailto:nobody",
])("%s makes no link and loses no letter", (text) => {
  expect(links(text)).toEqual([]);
  expect(whole(text)).toBe(text);
});

test("markup around an address stays text", () => {
  const text = '"><a href="https://example.fi/"onmouseover=alert(1)>';
  expect(links(text)).toEqual(["https://example.fi/"]);
  expect(whole(text)).toBe(text);
});

test("a direction control ends an address (trust 88)", () => {
  expect(links("https://example.fi/\u202egpj.exe")).toEqual(["https://example.fi/"]);
});

test("smileys and emoji stay as they are (UH-30)", () => {
  const text = "Kiitos :-) ;) <3 👩‍👩‍👧‍👦 🇫🇮 ❤️ 👍🏽 😀";
  expect(partsOf(text)).toEqual([{ kind: "words", text }]);
});

test("a masked place is its own part", () => {
  expect(partsOf("Tunnus ●●●●●●-●●●● ok").map((part) => part.kind)).toEqual(["words", "masked", "words"]);
});
