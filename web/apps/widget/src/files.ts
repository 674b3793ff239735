/** Files of the conversation: fetched with the visitor's key, so that no address of them can be passed on. */
import type { Api } from "./api";
import { el } from "./dom";
import type { Acts, Scene } from "./scene";
import type { Attachment } from "./shapes";

export class Files {
  readonly #api: Api;
  readonly #pictures = new Map<string, Promise<string | null>>();

  constructor(api: Api) {
    this.#api = api;
  }

  /** An address of the picture that is good in this frame only. */
  picture(attachment: Attachment): Promise<string | null> {
    const id = attachment.attachment_id;
    const known = this.#pictures.get(id);
    if (known) return known;
    const fetched = this.#fetch(id).then((blob) => (blob === null ? null : URL.createObjectURL(blob)));
    this.#pictures.set(id, fetched);
    return fetched;
  }

  async save(attachment: Attachment): Promise<boolean> {
    return save(await this.#fetch(attachment.attachment_id), attachment.name);
  }

  #fetch(id: string): Promise<Blob | null> {
    return this.#api.fetchFile(`/attachments/${encodeURIComponent(id)}`);
  }
}

function save(blob: Blob | null, name: string): boolean {
  if (blob === null) return false;
  const address = URL.createObjectURL(blob);
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return true;
}

/** Downloads the whole conversation as text. */
export async function saveTranscript({ t, language, talk }: Scene, acts: Acts): Promise<void> {
  const blob = await acts.api.fetchFile(`/transcript?language=${language}`);
  const isSaved = save(blob, t("save-file", { number: String(talk.caseNumber ?? "") }));
  acts.set({ trouble: isSaved ? null : t("save-failed") });
}
