/** What happens to my chats without me, said where it is seen from every page: a luukku never empties or fills in silence. */
import type { DeskContext } from "../live/context.ts";
import type { Notice } from "../live/notices.ts";
import type { Toast } from "../live/toaster.svelte.ts";
import { customerName } from "../parts/words.ts";
import type { Actions } from "./actions.svelte.ts";

/** The toast that tells of it; none when it tells itself in another way, or is in sight: `shown` is the case that is. */
export function toastOf(
  notice: Notice,
  shown: number | null,
  { desk, t }: DeskContext,
  actions: Actions,
): Toast | null {
  const { row } = notice;
  const isCalled = notice.type === "promise_near" || notice.type === "promise_due";
  if (!isCalled && shown === row.number && document.visibilityState === "visible") return null;
  const about = { name: customerName(row.customer, t), number: String(row.number) };
  const go = { label: t("news-open"), run: () => actions.goTo(row) };
  switch (notice.type) {
    case "missed":
      return { text: t("news-missed", { ...about, client: desk.clients.get(row.client_id)?.name ?? "" }), go };
    case "raised":
      return { text: t("news-raised", about), go };
    case "broken":
      return { text: t("news-broken", about), go };
    case "promise_near":
      return { text: t("news-promise-near", { ...about, channel: row.contact.channel }), go };
    case "promise_due":
      return { text: t("news-promise-due", { ...about, channel: row.contact.channel }), go };
    case "came_back":
      return { text: t("news-came-back", about), go };
    case "flagged":
      return { text: t("news-flagged", about), go };
    case "given":
      return { text: t("news-given", about), go };
    case "ended":
      return { text: t("news-ended", { ...about, by: row.contact.ended_by ?? "customer" }), go };
    case "lost":
      return { text: t("news-lost", about), go };
    default:
      return null;
  }
}
