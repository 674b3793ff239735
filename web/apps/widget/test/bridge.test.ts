// Trust 119, 115: what the loader and the frame take from each other, and what leaves the customer's site.
import { expect, test } from "vitest";
import { readFrameSays, readHostSays } from "../src/bridge";
import { moveTo, placeOf, withoutQuery } from "../src/visit";

const show = { luukku: "show", as: "panel", width: 300, height: 60, unread: 1 };

test("a message of the right shape is heard", () => {
  expect(readFrameSays(show)).toEqual(show);
  expect(readHostSays({ luukku: "open" })).toEqual({ luukku: "open" });
  expect(readHostSays({ luukku: "page", page: "https://a.fi/", title: "A" })).toMatchObject({ title: "A" });
});

test.each([
  null,
  undefined,
  "show",
  7,
  [],
  {},
  { ...show, luukku: "hide" },
  { ...show, as: "everywhere" },
  { ...show, width: "100vw" },
  { ...show, width: -1 },
  { ...show, height: 100_000 },
  { ...show, height: Number.NaN },
  { ...show, unread: undefined },
])("%j from the frame is nothing", (value) => {
  expect(readFrameSays(value)).toBeNull();
});

test.each([
  null,
  "open",
  {},
  { luukku: "send", text: "x" },
  { luukku: "page" },
  { luukku: "page", page: 1, title: "" },
])("%j from the site is nothing", (value) => {
  expect(readHostSays(value)).toBeNull();
});

test("no extra words ride along", () => {
  expect(readFrameSays({ ...show, text: "salaisuus" })).toEqual(show);
});

test("queries and fragments of the site stay on the site", () => {
  const address = new URL("https://desk.fi/w/KEY");
  address.search = new URLSearchParams({
    lang: "sv",
    page: "https://a.fi/ohje?token=salainen#kohta",
    title: "Ohje",
    ref: "https://haku.fi/?q=oma+nimi",
  }).toString();
  expect(placeOf(address.href, false)).toEqual({
    widgetKey: "KEY",
    language: "sv",
    mayInvite: false,
    tellsPages: false,
    visit: { start_page: "https://a.fi/ohje", start_title: "Ohje", referrer: "https://haku.fi/" },
    host: "https://a.fi",
  });
});

test.each(["javascript:alert(1)", "data:text/html,x", "about:blank", "", "ei osoite"])("%s is no page", (page) => {
  expect(withoutQuery(page)).toBeNull();
  expect(placeOf(`https://desk.fi/w/K?page=${encodeURIComponent(page)}`, false).host).toBeNull();
});

test("the site may say where the visitor went, but only on itself", () => {
  const place = placeOf("https://desk.fi/w/K?page=https%3A%2F%2Fa.fi%2F", false);
  moveTo(place, "https://paha.fi/x", "X");
  expect(place.visit.start_page).toBe("https://a.fi/");
  moveTo(place, "https://a.fi/toinen?q=1", "Toinen");
  expect(place.visit).toMatchObject({ start_page: "https://a.fi/toinen", start_title: "Toinen" });
});
