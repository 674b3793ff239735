import finnish from "virtual:texts/desk/fi";
import { createTexts } from "@luukku/texts";
import type { ContactBrief } from "@luukku/wire";
import { expect, test } from "vitest";
import type { LiveDesk } from "../live/desk.svelte.ts";
import { AINO, row } from "../live/samples.ts";
import { happened } from "./happened.ts";
import type { Event } from "./thread.ts";

const t = createTexts(finnish, "fi");
const desk = { me: { agent_id: AINO }, agents: new Map(), clients: new Map() } as unknown as LiveDesk;
const chat: ContactBrief = { contact_id: "chat", channel: "chat", started_at: 1000 };
const call: ContactBrief = { contact_id: "call", channel: "call_back", started_at: 5000 };

/** What stands in the thread of a case whose newest contact is `newest`. */
function words(event: Event, contacts: ContactBrief[], newest: ContactBrief): string {
  return happened(event, row("a", 9, { channel: newest.channel }), contacts, desk, t, "fi").words;
}

test("a call that was promised again is told as a call, also where nobody was reached", () => {
  const contacts = [chat, call];
  const kept: Event = { seq: 8, at: 6000, kind: "promise_kept", by: AINO, until: 7000 };
  const broken: Event = { seq: 8, at: 8000, kind: "promise_broken", by: AINO, until: 7000 };
  const parked: Event = { seq: 7, at: 6000, kind: "parked", contact_id: "call", by: AINO, until: 7000 };
  expect(words(kept, contacts, call)).toBe("Asiakkaalle soitettiin luvattuun aikaan mennessä");
  expect(words(broken, contacts, call)).toBe("Lupasit soittaa, mutta aika meni ohi:");
  expect(words(parked, contacts, call)).toBe("Lupasit soittaa uudelleen");
  expect(words(parked, [], call), "in a list of many cases as well").toBe("Lupasit soittaa uudelleen");
});

test("who came back to a chat is told so, whatever the case has become since", () => {
  const kept: Event = { seq: 3, at: 3000, kind: "promise_kept", by: AINO, until: 4000 };
  const parked: Event = { seq: 2, at: 2000, kind: "parked", contact_id: "chat", by: AINO, until: 4000 };
  expect(words(kept, [chat, call], call)).toBe("Palasit sovittuun aikaan");
  expect(words(parked, [chat, call], call)).toBe("Lupasit palata");
});
