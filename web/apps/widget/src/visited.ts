/**
 * The pages of this visit, on websites that say that their visitor has agreed to tell them. They are kept in this tab alone, as
 * `luukku:KEY:pages` in its storage, apart for each person who is signed in, and told to the desk while a conversation goes on.
 */
import { isNothing } from "./api";
import type { App } from "./app";
import { readHostSays } from "./bridge";
import { type Place, withoutQuery } from "./visit";
import { keepPages, type Page, readPages, toTell, withPage } from "./visit-pages";
import type { Visitor } from "./visitor";

export function visited(place: Place, visitor: Visitor, app: App): void {
  const name = `${visitor.prefix}pages`;
  let pages: readonly Page[] = readPages(visitor.tab.getItem(name));
  let told = "";

  const come = (address: string | null, title: string | null) => {
    if (address === null) return;
    pages = withPage(pages, { address, title, at: Date.now() });
    keepPages(pages, (kept) => visitor.tab.setItem(name, kept));
    app.changed();
  };
  app.launcher.heard = ({ talk: { standing } }) => {
    if (standing === null || standing.state === "ended") return;
    // Another contact begins with nothing.
    const now = standing.contact_id + JSON.stringify(pages);
    if (now === told) return;
    told = now;
    void visitor.api.ask("PUT", "/visit-pages", isNothing, { pages: toTell(pages, Date.now()) });
  };
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== window.parent || origin !== place.host) return;
    const says = readHostSays(data);
    if (says?.luukku !== "page") return;
    const page = withoutQuery(says.page);
    if (page !== null && new URL(page).origin === place.host) come(page, says.title.slice(0, 200) || null);
  });
  come(place.visit.start_page, place.visit.start_title ?? null);
}
