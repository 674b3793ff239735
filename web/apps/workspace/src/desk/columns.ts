/** Which conversations stand beside one another, and where. Nothing here moves a column that stays. */

export interface Column {
  caseId: string;
  /** Counts up: the one that had the focus last has the most. */
  focusedAt: number;
}

/** Narrower than this a conversation is no longer easy to read. */
const NARROWEST = 420;
const MOST = 4;
const PANEL = 312;

/** How many fit into a window of this width; with fewer than two there is nothing beside anything. */
export function mostColumns(width: number): number {
  return Math.min(MOST, Math.floor((width - list(width)) / NARROWEST));
}

/** Whether the case panel stands beside `count` columns; where it has no room it is a drawer over them. */
export function hasPanelBeside(width: number, count: number): boolean {
  return width - list(width) - PANEL >= count * NARROWEST;
}

/** The list of luukut, as wide as the table makes it. */
function list(width: number): number {
  return width <= 1360 ? 292 : 324;
}

/** The first of `mine` (in the order of their luukut), the open one among them; one of a colleague's comes last. */
export function begun(mine: readonly string[], open: string | null, most: number): Column[] {
  const all = open === null || mine.includes(open) ? mine : [...mine, open];
  const others = all.filter((id) => id !== open).slice(0, open === null ? most : most - 1);
  const chosen = all.filter((id) => id === open || others.includes(id));
  return chosen.map((caseId, at) => ({ caseId, focusedAt: caseId === open ? chosen.length : chosen.length - 1 - at }));
}

/** The columns that have room; those that had the focus longest ago wait until the window is wider again. */
export function shown(columns: readonly Column[], most: number): readonly Column[] {
  const latest = new Set(byFocus(columns).slice(0, most));
  return columns.filter((one) => latest.has(one));
}

/** This case has the focus: in its column, in a free place, or in place of the one that had the focus longest ago. */
export function focused(columns: readonly Column[], caseId: string, most: number): readonly Column[] {
  const now: Column = { caseId, focusedAt: Math.max(0, ...columns.map((one) => one.focusedAt)) + 1 };
  const seen = shown(columns, most);
  if (seen.some((one) => one.caseId === caseId)) return columns.map((one) => (one.caseId === caseId ? now : one));
  if (seen.length < most) return [...seen, now];
  const longestAgo = byFocus(seen).at(-1);
  return seen.map((one) => (one === longestAgo ? now : one));
}

export function closed(columns: readonly Column[], caseId: string): readonly Column[] {
  return columns.filter((one) => one.caseId !== caseId);
}

/** The one that had the focus last first. */
export function byFocus(columns: readonly Column[]): Column[] {
  return [...columns].sort((a, b) => b.focusedAt - a.focusedAt);
}
