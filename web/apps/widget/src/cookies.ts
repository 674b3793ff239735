/**
 * The place for what the widget keeps when the browser denies storage to frames of other sites, as it does when it
 * blocks third-party cookies: partitioned cookies, which it gives to this frame on this website alone. Without them
 * the visitor would lose the conversation on the website's next page. Only the frame's own page (`/w/…`) has them:
 * they are sent along with nothing else, and the desk does not look at them.
 */
import type { Area } from "./storage";

const YEAR = ";max-age=31536000";

function jar(age: string): Area {
  const put = (name: string, value: string, until: string) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API answers later, and not in every browser.
    document.cookie = `${name}=${encodeURIComponent(value)};samesite=none;secure;partitioned${until}`;
  };
  const getItem = (name: string) => {
    const found = document.cookie.split("; ").find((one) => one.startsWith(`${name}=`));
    return found === undefined ? null : decodeURIComponent(found.slice(name.length + 1));
  };
  return {
    getItem,
    setItem(name, value) {
      put(name, value, age);
      // A browser drops a cookie that is too long, and all of them when it blocks those too.
      if (getItem(name) !== value) throw new Error("not kept");
    },
    removeItem: (name) => put(name, "", ";max-age=0"),
  };
}

export const lasting = jar(YEAR);
export const tab = jar("");
