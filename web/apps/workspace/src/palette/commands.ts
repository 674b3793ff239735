/** What the palette offers: acts on the open case first, then what is found, the queue and pages. */

import type { Texts } from "virtual:texts/workspace";
import type { Translate } from "@luukku/texts";
import type { CaseRow, Found, Piece, Role } from "@luukku/wire";
import { numberOf } from "../cases/filter.ts";
import type { Actions } from "../desk/actions.svelte.ts";
import type { DeskContext } from "../live/context.ts";
import { teamsThatDecide } from "../live/proposals.ts";
import { agentName, customerName } from "../parts/words.ts";
import { seesTeam, supervises } from "../shell/pages.ts";
import { foundCases, foundCustomers, foundWords } from "./finds.ts";
import { found } from "./match.ts";

export interface Command {
  id: string;
  label: string;
  /** Shown instead of the label, with what answers marked. */
  labelPieces?: readonly Piece[];
  /** Said beside it, and searched as well. */
  more: string;
  /** Said before that, with what answers marked. */
  pieces?: readonly Piece[];
  /** The words around what answers, on a line of their own. */
  text?: readonly Piece[];
  keys?: readonly string[];
  run: () => void;
}

export interface Group {
  id: string;
  title: string;
  commands: Command[];
  /** There is more than it shows. */
  isCut?: boolean;
}

export interface Source {
  context: DeskContext;
  actions: Actions;
  t: Translate<Texts>;
  role: Role | undefined;
  go: (path: string) => void;
  shortcuts: () => void;
  signOut: () => void;
  /** What the desk has found by the typed words. */
  found: Found | null;
}

/** More than this many of a kind is a list, not an answer. */
const MOST = 6;

export function groupsFor(query: string, source: Source): Group[] {
  // Signs alone are in no name.
  if (query.trim() !== "" && !/[\p{L}\p{N}]/u.test(query)) return [];
  const pick = (commands: Command[]) => found(query, commands, (one) => `${one.label} ${one.more}`);
  const { t } = source;
  const row = source.actions.row;
  const groups: Group[] = [
    { id: "case", title: row ? titleOf(row, source) : "", commands: row ? pick(caseCommands(row, source)) : [] },
    // Before what the desk finds: that comes later, and nothing moves under a finger that is about to press Enter.
    { id: "pages", title: t("palette-pages"), commands: pick(pageCommands(source)) },
    caseFinds(query, source),
    ...(source.found ? [foundCustomers(source.found, query, source), foundWords(source.found, query, source)] : []),
    { id: "queue", title: t("palette-queue"), commands: pick(queueCommands(source)).slice(0, MOST) },
  ];
  return groups.filter((group) => group.commands.length > 0);
}

function titleOf(row: CaseRow, { context, t }: Source): string {
  return t("palette-do", { number: String(row.number), name: customerName(row.customer, context.t) });
}

function caseCommands(row: CaseRow, { actions, context, t }: Source): Command[] {
  const all: (Command | false)[] = [
    actions.mayReply && {
      id: "reply",
      label: t("palette-reply"),
      more: "",
      keys: ["V"],
      run: () => actions.write("reply"),
    },
    row.contact.state === "waiting" &&
      context.desk.takeable.includes(row) && {
        id: "take",
        label: t("palette-take-this"),
        more: "",
        run: () => void actions.take(row),
      },
    actions.on(row).mayGoOn && {
      id: "go-on",
      label: t("palette-go-on"),
      more: "",
      run: () => void actions.goOn(row),
    },
    actions.maySolve && {
      id: "solve",
      label: t("palette-solve"),
      more: "",
      keys: ["R"],
      run: () => void actions.solve(row),
    },
    actions.mayTransfer && {
      id: "transfer",
      label: t("palette-transfer"),
      more: "",
      keys: ["T"],
      run: () => {
        actions.dialog = "transfer";
      },
    },
    actions.mayAct && { id: "note", label: t("palette-note"), more: "", keys: ["M"], run: () => actions.write("note") },
    actions.mayAct && { id: "side", label: t("palette-side"), more: "", keys: ["K"], run: () => actions.write("side") },
    actions.mayEnd && {
      id: "end",
      label: t("palette-end", { channel: row.contact.channel }),
      more: "",
      keys: ["E"],
      run: () => {
        actions.dialog = "end";
      },
    },
    actions.mayPark && {
      id: "park",
      label: t("palette-park"),
      more: "",
      keys: ["P"],
      run: () => {
        actions.dialog = "park";
      },
    },
    actions.mayCall && {
      id: "call",
      label: context.t("call-mark"),
      more: "",
      keys: ["S"],
      run: () => {
        actions.dialog = "call";
      },
    },
    actions.mayLabel && { id: "labels", label: t("palette-labels"), more: "", keys: ["L"], run: () => actions.sort() },
    actions.mayTriage && {
      id: "triage",
      label: t("palette-triage"),
      more: "",
      keys: ["U"],
      run: () => {
        actions.dialog = "triage";
      },
    },
    actions.mayGiveBack && {
      id: "give-back",
      label: t("palette-give-back"),
      more: "",
      run: () => void actions.giveBack(row),
    },
    actions.mayReopen && { id: "reopen", label: t("palette-reopen"), more: "", run: () => void actions.reopen(row) },
    { id: "copy", label: t("palette-copy"), more: "", run: () => void actions.copyLink(row) },
  ];
  return all.filter((one) => one !== false);
}

/** Cases on the table whose customer or subject answers, then those that the desk has found; the one with a typed number first. */
function caseFinds(query: string, source: Source): Group {
  const { context, actions, t } = source;
  const { desk } = context;
  const open = desk.openCase?.caseId;
  const known = [...desk.cases.values()].filter((row) => row.case_id !== open);
  const shown = query.trim() === "" ? desk.mine.filter((row) => row.case_id !== open) : known;
  const commands = found(
    query,
    shown.map((row) => ({
      id: `case-${row.number}`,
      label: `${row.number} ${customerName(row.customer, context.t)}`,
      more: [row.subject, desk.clients.get(row.client_id)?.name, agentOf(row, context)].filter(Boolean).join(" · "),
      run: () => actions.goTo(row),
    })),
    (one) => `${one.label} ${one.more}`,
  );
  if (source.found) commands.push(...foundCases(source.found, query, commands, source));
  const numbered = `case-${numberOf(query)}`;
  const first = commands.filter((one) => one.id === numbered);
  const all = [...first, ...commands.filter((one) => one.id !== numbered)];
  const isCut = all.length > MOST || (source.found?.has_more_cases ?? false);
  return { id: "cases", title: t("palette-cases"), commands: all.slice(0, MOST), isCut };
}

function agentOf(row: CaseRow, { desk, t }: DeskContext): string {
  return row.contact.held_by == null ? "" : agentName(desk.agents, row.contact.held_by, t);
}

function queueCommands({ context, actions, t }: Source): Command[] {
  const { desk } = context;
  return desk.takeable.map((row, at) => ({
    id: `take-${row.number}`,
    label: t("palette-take", { name: customerName(row.customer, context.t) }),
    more: [desk.clients.get(row.client_id)?.name, row.last_words?.text].filter(Boolean).join(" · "),
    ...(at === 0 ? { keys: ["Alt", "O"] } : {}),
    run: () => void actions.take(row),
  }));
}

function pageCommands({ context, t, role, go, shortcuts, signOut }: Source): Command[] {
  const page = (id: string, label: string, path: string, more = "") => ({ id, label, more, run: () => go(path) });
  const settings = t("page-settings");
  return [
    page("page-desk", t("page-desk"), "/"),
    page("page-cases", t("page-cases"), "/cases"),
    ...(seesTeam(role) ? [page("page-team", t("page-team"), "/team")] : []),
    ...(teamsThatDecide(context.desk.teams.values(), context.desk.me).length > 0
      ? [page("page-decisions", t("page-decisions-long"), "/decisions")]
      : []),
    page("page-me", t("me-settings"), "/settings/me", settings),
    ...(supervises(role)
      ? [
          page("page-clients", t("palette-clients"), "/settings/clients", settings),
          page("page-prepared", t("palette-prepared"), "/settings/prepared", settings),
          page("page-teams", t("palette-teams"), "/settings/teams", settings),
          page("page-agents", t("palette-agents"), "/settings/agents", settings),
        ]
      : []),
    { id: "shortcuts", label: t("me-shortcuts"), more: "", keys: ["?"], run: shortcuts },
    { id: "sign-out", label: t("me-sign-out"), more: "", run: signOut },
  ];
}
