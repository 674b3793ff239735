/** Files on their way to the desk. They travel at once; the message that carries them follows. */
import { type Api, isAttachment, refusal } from "./api";
import { button, el, icon, isolated } from "./dom";
import { sizeOf } from "./format";
import { newId } from "./ids";
import type { Scene, Upload } from "./scene";

export class Uploads {
  readonly #api: Api;
  readonly #changed: () => void;
  readonly #requests = new Map<string, XMLHttpRequest>();
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
    this.items = [];
  }

  // XMLHttpRequest, because fetch does not tell how far a body has gone.
  #send(id: string, file: File, name: string, say: { tooLarge: string; failed: string }): void {
    const request = new XMLHttpRequest();
    this.#requests.set(id, request);
    request.open("POST", this.#api.address(`/attachments/${id}?name=${encodeURIComponent(name)}`));
    for (const [header, value] of Object.entries(this.#api.headers())) request.setRequestHeader(header, value);
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    request.upload.onprogress = (event) => this.#change(id, { progress: event.total ? event.loaded / event.total : 0 });
    request.onload = () => {
      this.#requests.delete(id);
      const said = parse(request.responseText);
      if (request.status < 300 && isAttachment(said)) {
        this.#change(id, { attachment: said, progress: 1 });
        return;
      }
      const { sentence } = refusal(request.status, said, null);
      this.#change(id, { why: sentence ?? (request.status === 413 ? say.tooLarge : say.failed) });
    };
    request.onerror = () => {
      this.#requests.delete(id);
      this.#change(id, { why: say.failed });
    };
    request.send(file);
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
export function uploadRows(scene: Scene, detach: (id: string) => void): HTMLElement[] {
  return scene.uploads.map((one) => uploadRow(scene, one, detach));
}

function uploadRow({ t }: Scene, one: Upload, detach: (id: string) => void): HTMLElement {
  const remove = button(
    { class: "tool", id: `remove-${one.id}`, "aria-label": t("file-remove", { name: one.name }) },
    () => detach(one.id),
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
