/**
 * News of one case: pushed, loaded, or the answer to a command. Entries are put in their place by `seq`, once, without
 * a hole (delivery contract D3, D4).
 */
import type { CaseRow, CaseView, ContactBrief, Done, Entry, Timeline } from "@luukku/wire";
import { learned, remembered, withVisit } from "./known.ts";
import { type Ask, type DeskState, drafted, only, put, type Step, type Typing, withoutEnded } from "./state.ts";

export function caseChanged(
  state: DeskState,
  frame: { row: CaseRow; after: number; entries: readonly Entry[] },
  shown: string | null,
): Step {
  const id = frame.row.case_id;
  const row = newer(state.cases.get(id), frame.row);
  const cases = put(state.cases, id, row);
  const onPage = withoutEnded(state.onPage, row);
  const visitPages = withoutEnded(state.visitPages, row);
  const spoke = frame.entries.some((one) => one.kind === "message" || one.kind === "note");
  const typing = spoke ? silenced(state.typing, id, frame.entries) : state.typing;
  const held = state.held.get(id);
  if (!held) return only({ ...state, cases, typing, onPage, visitPages });
  const { entries, hole } = append(held.entries, frame.entries);
  const asks: Ask[] = [];
  const last = lastSeq(entries);
  // A row that is ahead of the entries on the screen is a hole as well, even when no entry came with it.
  if (id === shown && (hole || frame.row.seq > last)) asks.push({ ask: "entries", caseId: id, seq: last });
  const contacts = entries.slice(held.entries.length).reduce(contactsWith, held.contacts);
  const next = entries === held.entries ? state.held : put(state.held, id, { ...held, entries, contacts });
  return { state: { ...state, cases, typing, onPage, visitPages, held: next }, asks };
}

/** The case's contacts after one more entry: nothing is fetched again for them. */
function contactsWith(contacts: readonly ContactBrief[], entry: Entry): readonly ContactBrief[] {
  const change = (id: string, to: (one: ContactBrief) => Partial<ContactBrief>) =>
    contacts.map((one) => (one.contact_id === id ? { ...one, ...to(one) } : one));
  if (entry.kind === "contact_started") {
    return contacts.concat({ contact_id: entry.contact_id, channel: entry.channel, started_at: entry.at });
  }
  if (entry.kind === "contact_ended") return change(entry.contact_id, () => ({ ended_at: entry.at }));
  if (entry.kind !== "message" || entry.by !== "agent") return contacts;
  const took = (one: ContactBrief) => Math.floor((entry.at - one.started_at) / 1000);
  return change(entry.contact_id, (one) => ({ answered_in_s: one.answered_in_s ?? took(one) }));
}

/** A newer seq wins; at the same seq the later news does, because read marks and presence do not count as entries. */
export function newer(have: CaseRow | undefined, row: CaseRow): CaseRow {
  return have && have.seq > row.seq ? have : row;
}

/** Appends what follows; ignores what is there; stops before a hole. */
export function append(have: readonly Entry[], come: readonly Entry[]): { entries: readonly Entry[]; hole: boolean } {
  const fresh: Entry[] = [];
  let last = lastSeq(have);
  for (const entry of [...come].sort((a, b) => a.seq - b.seq)) {
    if (entry.seq <= last) continue;
    if (entry.seq > last + 1 && last > 0) return { entries: joined(have, fresh), hole: true };
    fresh.push(entry);
    last = entry.seq;
  }
  return { entries: joined(have, fresh), hole: false };
}

function joined(have: readonly Entry[], fresh: readonly Entry[]): readonly Entry[] {
  return fresh.length === 0 ? have : [...have, ...fresh];
}

export function lastSeq(entries: readonly Entry[]): number {
  return entries.at(-1)?.seq ?? 0;
}

/** Whoever has just said something is no longer typing it. */
function silenced(typing: readonly Typing[], caseId: string, entries: readonly Entry[]): readonly Typing[] {
  const authors = new Set(
    entries.flatMap((one) => {
      if (one.kind === "message") return one.by === "customer" ? [null] : [one.agent_id ?? ""];
      return one.kind === "note" ? [one.agent_id] : [];
    }),
  );
  return typing.filter((one) => one.caseId !== caseId || !authors.has(one.agentId));
}

/** A case that was loaded whole. */
export function loaded(state: DeskState, view: CaseView): DeskState {
  const id = view.row.case_id;
  const before = state.held.get(id);
  // Entries that were pushed while the answer was on its way are kept.
  const pushed = before ? append(view.entries, before.entries) : { entries: view.entries, hole: false };
  return {
    ...state,
    cases: put(state.cases, id, newer(state.cases.get(id), view.row)),
    held: put(state.held, id, {
      entries: pushed.hole ? view.entries : pushed.entries,
      hasOlder: view.has_older,
      customerReadSeq: view.customer_read_seq,
      deskReadSeq: view.desk_read_seq,
      contacts: view.contacts,
      earlier: view.earlier,
      leftAt: view.left_at ?? null,
      side: view.side,
    }),
    drafts: drafted(state.drafts, id, view.draft ?? null),
    known: learned(state.known, view.row.customer.customer_id, view.known),
    visitPages: withVisit(state.visitPages, view),
  };
}

/** What to tell the desk that this screen has already. */
export function have(state: DeskState): { epoch: string | null; cases: { case_id: string; seq: number }[] } {
  const cases = [...state.held].map(([case_id, held]) => ({ case_id, seq: lastSeq(held.entries) }));
  return { epoch: state.epoch, cases };
}

/** Of these cases the ones whose newest entries are not here. */
export function behind(state: DeskState, caseIds: readonly string[]): string[] {
  return caseIds.filter((id) => {
    const held = state.held.get(id);
    return !held || (state.cases.get(id)?.seq ?? 0) > lastSeq(held.entries);
  });
}

/** Lets go of cases that were looked at once: only the newest `most` of those that are not in `kept` stay. */
export function forget(state: DeskState, kept: ReadonlySet<string>, most: number): DeskState {
  const others = [...state.held.keys()].filter((id) => !kept.has(id));
  if (others.length <= most) return state;
  const held = new Map(state.held);
  for (const id of others.slice(0, others.length - most)) held.delete(id);
  return remembered({ ...state, held });
}

/** The answer to a command is applied like a pushed frame; what it skips comes by push. */
export function done(state: DeskState, answer: Done, shown: string | null): Step {
  const after = (answer.entries[0]?.seq ?? answer.row.seq + 1) - 1;
  return caseChanged(state, { row: answer.row, after, entries: answer.entries }, shown);
}

/** Older entries, put in front. */
export function older(state: DeskState, caseId: string, page: Timeline): DeskState {
  const held = state.held.get(caseId);
  if (!held || page.epoch !== state.epoch) return state;
  const first = held.entries[0]?.seq ?? 0;
  const entries = [...page.entries.filter((one) => one.seq < first), ...held.entries];
  return { ...state, held: put(state.held, caseId, { ...held, entries, hasOlder: page.more }) };
}

/** How many messages of customers came while the line was lost, by what has been read of the cases that are open now. */
export function missed(state: DeskState, active: readonly { case_id: string; unread: number }[]): number {
  return active.reduce((sum, row) => {
    const old = state.cases.get(row.case_id);
    return sum + (old ? Math.max(0, row.unread - old.unread) : 0);
  }, 0);
}
