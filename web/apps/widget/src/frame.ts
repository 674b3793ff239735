/** The page inside the frame: asks which chat this is, and begins. A chat that cannot be reached is not shown at all. */
import "./frame.css";
import { load } from "virtual:texts/widget";
import { Api, isWidget, mayPass } from "./api";
import { App, firstLanguage } from "./app";
import { pauseOf } from "./connection";
import { VisitorKey } from "./key";
import { openStore } from "./storage";
import { placeOf } from "./visit";

const place = placeOf(location.href, window.parent === window);

async function begin(failures: number): Promise<void> {
  // Asked without a key: who the visitor is does not matter here.
  const nobody = new VisitorKey(openStore(() => sessionStorage, "-"));
  const answer = await new Api(place.widgetKey, nobody).ask("GET", "", isWidget);
  if (answer.ok) {
    const language = firstLanguage(place, answer.body);
    new App(place, { ...answer.body, now: 0 }, language, await load(language)).start();
  } else if (mayPass(answer)) {
    setTimeout(() => void begin(failures + 1), pauseOf(failures + 1, Math.random()));
  }
}

void begin(0);
