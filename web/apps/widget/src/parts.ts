/** The parts of the widget that are fetched when they are needed, each with its styles. */
import closedStyle from "./closed.css?url";
import { Lazy } from "./lazy";
import talkStyle from "./talk.css?url";
import writingStyle from "./writing.css?url";

export class Parts {
  readonly talk;
  readonly closed;
  readonly writing;

  constructor(loaded: () => void) {
    this.talk = new Lazy(() => dressed(import("./talk"), talkStyle), loaded);
    this.closed = new Lazy(() => dressed(import("./closed"), closedStyle), loaded);
    this.writing = new Lazy(() => dressed(import("./writing"), writingStyle), loaded);
  }
}

/** A part is shown only together with its styles. */
async function dressed<Module>(module: Promise<Module>, style: string): Promise<Module> {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = style;
  const worn = new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = reject;
  });
  document.head.append(link);
  await worn;
  return module;
}
