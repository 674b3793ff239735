/** Files on their way to the desk. They travel at once; the message that carries them follows. */
import { type Api, isAttachment, refusal } from "./api";
import { button, el, icon, isolated } from "./dom";
import { newId } from "./ids";
import type { Acts, Scene, Upload } from "./scene";
import type { Attachment } from "./shapes";
import { sizeOf } from "./size";

const STALLED_MS = 30_000;

export class Uploads {
  readonly #api: Api;
  readonly #changed: () => void;
  readonly #requests = new Map<string, XMLHttpRequest>();
  readonly #stalls = new Map<string, ReturnType<typeof setTimeout>>();
  items: readonly Upload[] = [];

  constructor(api: Api, changed: () => void) {
    this.#api = api;
    this.#changed = changed;
  }

  add(file: File, limit: number, words: Pick<Scene, "t" | "language">): void {
    const id = newId();
    // A picture from the clipboard may come without a name.
    const name = file.name || `${file.type.split("/")[0] ?? "file"}.${file.type.split("/")[1] ?? "bin"}`;
    const { t } = words;
    const tooLarge = t("file-too-large", { name, limit: sizeOf(words, limit) });
    const failed = t("file-failed", { name });
    const why = file.size === 0 ? t("file-empty", { name }) : file.size > limit ? tooLarge : null;
    this.items = [...this.items, { id, name, progress: 0, attachment: null, why }];
    if (why === null) this.#send(id, file, name, { tooLarge, failed });
    this.#changed();
  }

  remove(id: string): void {
    this.#requests.get(id)?.abort();
    this.#requests.delete(id);
    this.items = this.items.filter((one) => one.id !== id);
    this.#changed();
  }

  clear(): void {
    this.items = this.items.filter((one) => one.attachment === null);
  }

  /** Files that have arrived before, and went with words that were not taken. */
  giveBack(files: Attachment[]): void {
    const known = new Set(this.items.map((one) => one.attachment?.attachment_id));
    const back = files.filter((one) => !known.has(one.attachment_id));
    const row = (one: Attachment): Upload => ({ id: newId(), name: one.name, progress: 1, attachment: one, why: null });
    this.items = [...back.map(row), ...this.items];
    this.#changed();
  }

  // XMLHttpRequest, because fetch does not tell how far a body has gone.
  #send(id: string, file: File, name: string, say: { tooLarge: string; failed: string }): void {
    const request = new XMLHttpRequest();
    this.#requests.set(id, request);
    request.open("POST", this.#api.address(`/attachments/${id}?name=${encodeURIComponent(name)}`));
    for (const [header, value] of Object.entries(this.#api.headers())) request.setRequestHeader(header, value);
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    const end = () => {
      clearTimeout(this.#stalls.get(id));
      this.#stalls.delete(id);
      this.#requests.delete(id);
    };
    this.#watch(id, request);
    request.upload.onprogress = (event) => {
      this.#watch(id, request);
      this.#change(id, { progress: event.total ? event.loaded / event.total : 0 });
    };
    request.onload = () => {
      end();
      const said = parse(request.responseText);
      if (request.status < 300 && isAttachment(said)) {
        this.#change(id, { attachment: said, progress: 1 });
        return;
      }
      const { sentence } = refusal(request.status, said, null);
      this.#change(id, { why: sentence ?? (request.status === 413 ? say.tooLarge : say.failed) });
    };
    const fail = () => {
      end();
      this.#change(id, { why: say.failed });
    };
    request.onerror = fail;
    // It stood still and was given up; the row of a file that the visitor took away goes at the same moment.
    request.onabort = fail;
    request.send(file);
  }

  /** A slow line may take its time; one on which nothing moves is broken. */
  #watch(id: string, request: XMLHttpRequest): void {
    clearTimeout(this.#stalls.get(id));
    this.#stalls.set(
      id,
      setTimeout(() => request.abort(), STALLED_MS),
    );
  }

  #change(id: string, change: Partial<Upload>): void {
    this.items = this.items.map((one) => (one.id === id ? { ...one, ...change } : one));
    this.#changed();
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The files that stand above the field. */
export function uploadRows(scene: Scene, acts: Acts): HTMLElement[] {
  return scene.uploads.map((one) => uploadRow(scene, one, acts));
}

function uploadRow({ t }: Scene, one: Upload, acts: Acts): HTMLElement {
  const remove = button(
    { class: "tool", id: `remove-${one.id}`, "aria-label": t("file-remove", { name: one.name }) },
    () => acts.detach(one.id),
    icon("close", 18),
  );
  const name = el("span", { class: "file__n" }, isolated(one.name));
  if (one.why !== null) {
    return el(
      "li",
      { class: "upload" },
      el("span", { class: "bad", role: "alert" }, icon("stop", 16), isolated(one.why)),
      remove,
    );
  }
  const state =
    one.attachment === null
      ? el("progress", { max: 1, value: one.progress, "aria-label": t("file-progress", { name: one.name }) })
      : el("small", {}, icon("tick", 14), t("file-ready"));
  return el("li", { class: "upload" }, icon("file", 18), name, state, remove);
}
