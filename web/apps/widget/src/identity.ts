/**
 * The visit of somebody whom the website has signed in. The token goes to the desk once, for a key that stands in the place
 * of the browser's own secret while this page is open and is kept nowhere. What this browser keeps for them is apart from
 * what it keeps for others: on a shared machine nobody finds the words of who was there before.
 */
import { newSecret } from "./ids";
import type { Area, Areas } from "./storage";

/** Where this visit keeps things; with a token that the desk does not take, where every visitor of this browser does. */
export async function identified(areas: Areas): Promise<Areas> {
  const { hash, pathname, search } = location;
  const widgetKey = pathname.split("/")[2];
  // Nobody needs it in the address any more.
  history.replaceState(null, "", pathname + search);
  // Whoever signs in while they chat goes on with that chat: nobody loses an answer for it.
  if (await isInTalk(areas.lasting, widgetKey)) return areas;
  const secret = secretIn(areas.lasting, `luukku:${widgetKey}:visitor`);
  const answer = await ask(`/api/widget/${widgetKey}/identity`, hash.slice(1), secret, 1);
  if (answer === null) return areas;
  const apart = (area: Area): Area => ({
    getItem: (name) => (name.endsWith(":visitor") ? answer.key : area.getItem(name + answer.person_id)),
    setItem: (name, value) => area.setItem(name + answer.person_id, value),
    removeItem: (name) => area.removeItem(name + answer.person_id),
  });
  return { lasting: apart(areas.lasting), tab: apart(areas.tab) };
}

/** Whether the browser's own conversation goes on. */
async function isInTalk(area: Area, widgetKey: string | undefined): Promise<boolean> {
  const known = area.getItem(`luukku:${widgetKey}:visitor`);
  if (known === null) return false;
  const headers = { Authorization: `Bearer ${known}` };
  const answer = await fetch(`/api/widget/${widgetKey}/conversation`, { headers }).catch(() => null);
  if (!answer?.ok) return false;
  const { standing } = await answer.json();
  return standing?.channel === "chat" && standing.state !== "ended";
}

/** The browser's own secret; made now when this is the first use. Another browser that brings the token is refused. */
function secretIn(area: Area, name: string): string {
  const known = area.getItem(name) ?? newSecret();
  area.setItem(name, known);
  return known;
}

interface Identified {
  key: string;
  person_id: string;
}

/** A desk that cannot be reached is asked four times; then the visitor begins as nobody. */
async function ask(path: string, token: string, secret: string, tried: number): Promise<Identified | null> {
  const headers = { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" };
  const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify({ token }) }).catch(() => null);
  if (answer?.ok) return answer.json();
  if (answer?.status === 422 || tried === 4) return null;
  await new Promise((resolve) => setTimeout(resolve, tried * 1000));
  return ask(path, token, secret, tried + 1);
}
