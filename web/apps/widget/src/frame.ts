/** The page inside the frame: asks which chat this is, and begins. A chat that cannot be reached is not shown at all. */
import "./tokens.css";
import "./frame.css";
import "./panel.css";
import "./controls.css";
import { isWidget, mayPass } from "./api";
import { App } from "./app";
import { pauseOf } from "./connection";
import { findAreas } from "./storage";
import { placeOf } from "./visit";
import { Visitor } from "./visitor";

const place = placeOf(location.href, window.parent === window);

async function begin(visitor: Visitor, failures: number): Promise<void> {
  const answer = await visitor.api.ask("GET", "", isWidget);
  if (answer.ok) {
    await visitor.begin(place, answer.body);
    const app = new App(place, answer.body, visitor);
    app.start();
    if (place.tellsPages) void import("./visited").then((part) => part.visited(place, visitor, app));
    if (place.mayInvite) void import("./approach").then((part) => part.approach(place, visitor, app));
  } else if (mayPass(answer)) {
    setTimeout(() => void begin(visitor, failures + 1), pauseOf(failures + 1, Math.random()));
  }
}

// In the fragment, which no server sees, is what the website says of who its visitor is.
void findAreas()
  .then((areas) => (location.hash ? import("./identity").then((part) => part.identified(areas)) : areas))
  .then((areas) => begin(new Visitor(place, areas), 0));
