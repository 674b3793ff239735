/** The desk's HTTP interface, as far as the widget uses it. Never throws: what went wrong is an answer too. */
import type { VisitorKey } from "./key";
import { FILE_PATIENCE_MS, PATIENCE_MS, within } from "./patience";
import type { Attachment, CustomerDone, CustomerFrame, Language, Poll, Widget } from "./shapes";

/** Why the desk said no. `status` 0: it could not be reached. */
export interface Refused {
  ok: false;
  status: number;
  code: string;
  /** For people, in their language. */
  sentence: string | null;
  retryAfterS: number | null;
}

export type Answer<Body> = { ok: true; body: Body } | Refused;

type Shape<Body> = (value: unknown) => value is Body;

export class Api {
  readonly #base: string;
  readonly #key: VisitorKey;
  /** The language of the sentences that come with a no. */
  language: Language = "fi";

  constructor(widgetKey: string, key: VisitorKey) {
    this.#base = `/api/widget/${encodeURIComponent(widgetKey)}`;
    this.#key = key;
  }

  address(path: string): string {
    return this.#base + path;
  }

  headers(): Record<string, string> {
    const key = this.#key.known;
    return { "Accept-Language": this.language, ...(key === null ? {} : { Authorization: `Bearer ${key}` }) };
  }

  async ask<Body>(
    method: string,
    path: string,
    shape: Shape<Body>,
    body?: object,
    patienceMs = PATIENCE_MS,
  ): Promise<Answer<Body>> {
    const { signal, done } = within(patienceMs);
    try {
      const response = await fetch(this.address(path), {
        method,
        signal,
        credentials: "omit",
        cache: "no-store",
        // What was sent goes on its way even when the tab closes.
        keepalive: body !== undefined,
        headers: { ...this.headers(), ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
        body: body === undefined ? null : JSON.stringify(body),
      });
      const said: unknown = response.status === 204 ? null : await response.json();
      if (!response.ok) return refusal(response.status, said, response.headers.get("Retry-After"));
      return shape(said) ? { ok: true, body: said } : unreachable(response.status);
    } catch {
      return unreachable(0);
    } finally {
      done();
    }
  }

  /** The bytes of a file or of the transcript; `null` when they did not come. */
  async fetchFile(path: string): Promise<Blob | null> {
    const { signal, done } = within(FILE_PATIENCE_MS);
    try {
      const response = await fetch(this.address(path), { signal, credentials: "omit", headers: this.headers() });
      return response.ok ? await response.blob() : null;
    } catch {
      return null;
    } finally {
      done();
    }
  }
}

function unreachable(status: number): Refused {
  return { ok: false, status, code: "unreachable", sentence: null, retryAfterS: null };
}

export function refusal(status: number, problem: unknown, retryAfter: string | null): Refused {
  const text = (name: string) => {
    const value = isRecord(problem) ? problem[name] : undefined;
    return typeof value === "string" ? value : null;
  };
  const field = isRecord(problem) && Array.isArray(problem.fields) ? first(problem.fields) : undefined;
  const sentence = isRecord(field) && typeof field.sentence === "string" ? field.sentence : null;
  const seconds = Number(retryAfter ?? Number.NaN);
  return {
    ok: false,
    status,
    code: text("code") ?? "",
    sentence: sentence ?? text("detail") ?? text("title"),
    retryAfterS: Number.isFinite(seconds) ? seconds : null,
  };
}

/** Whether the same request may succeed later by itself. */
export function mayPass(refused: Refused): boolean {
  return refused.status === 0 || refused.status >= 500 || refused.status === 429 || refused.status === 408;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

export const isNothing = (value: unknown): value is null => value === null;

export const isWidget = (value: unknown): value is Widget =>
  isRecord(value) && Array.isArray(value.languages) && isRecord(value.availability) && Array.isArray(value.week);

export const isTicket = (value: unknown): value is { ticket: string } =>
  isRecord(value) && typeof value.ticket === "string";

export const isDone = (value: unknown): value is CustomerDone =>
  isRecord(value) && isRecord(value.standing) && Array.isArray(value.entries);

export const isAttachment = (value: unknown): value is Attachment =>
  isRecord(value) && typeof value.attachment_id === "string" && typeof value.name === "string";

export const isFrame = (value: unknown): value is CustomerFrame => isRecord(value) && typeof value.type === "string";

export const isPoll = (value: unknown): value is Poll =>
  isRecord(value) && typeof value.screen === "string" && Array.isArray(value.frames);

function first(list: unknown[]): unknown {
  return list[0];
}
