/** Commands and questions over HTTP. Every answer is a value: a refusal is not an exception. */
import type {
  AgentRow,
  AgentWelcome,
  Attachment,
  CaseRow,
  CaseState,
  CaseView,
  Done,
  Page,
  Poll,
  Presence,
  Problem,
  Reply,
  SocketTicket,
  Timeline,
  Transfer,
  WriteNote,
} from "@luukku/wire";

/** `problem` is `null` when no answer came at all: nobody knows whether the desk heard us. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; problem: Problem | null };

type Method = "GET" | "POST" | "PUT" | "DELETE";

const json = { "content-type": "application/json" };

/** One request. `keepalive` lets it finish after the page is gone. */
export async function ask<Value>(
  method: Method,
  path: string,
  body?: unknown,
  { keepalive = false, signal = null }: { keepalive?: boolean; signal?: AbortSignal | null } = {},
): Promise<Result<Value>> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: "same-origin",
      headers: body === undefined ? {} : json,
      body: body === undefined ? null : JSON.stringify(body),
      keepalive,
      signal,
    });
  } catch {
    return { ok: false, problem: null };
  }
  return answer<Value>(response);
}

async function answer<Value>(response: Response): Promise<Result<Value>> {
  try {
    if (!response.ok) return { ok: false, problem: await problemOf(response) };
    const text = await response.text();
    return { ok: true, value: text === "" ? null : JSON.parse(text) };
  } catch {
    return { ok: false, problem: null };
  }
}

async function problemOf(response: Response): Promise<Problem> {
  if (response.headers.get("content-type")?.includes("json")) return await response.json();
  // A proxy in between answered in its own words.
  return { type: "about:blank", title: "", status: response.status, code: "unknown" };
}

export const cases = {
  view: (id: string) => ask<CaseView>("GET", `/api/cases/${id}`),
  before: (id: string, seq: number) => ask<Timeline>("GET", `/api/cases/${id}/timeline?before=${seq}`),
  list: (query: Record<string, string>) => ask<Page<CaseRow>>("GET", `/api/cases?${new URLSearchParams(query)}`),
  take: (id: string) => ask<Done>("POST", `/api/cases/${id}/take`),
  giveBack: (id: string) => ask<Done>("POST", `/api/cases/${id}/give-back`),
  transfer: (id: string, body: Transfer) => ask<Done>("POST", `/api/cases/${id}/transfer`, body),
  end: (id: string) => ask<Done>("POST", `/api/cases/${id}/end`),
  solve: (id: string) => ask<Done>("POST", `/api/cases/${id}/solve`),
  reopen: (id: string) => ask<Done>("POST", `/api/cases/${id}/reopen`),
  close: (id: string) => ask<Done>("POST", `/api/cases/${id}/close`),
  setState: (id: string, state: CaseState) => ask<Done>("PUT", `/api/cases/${id}/state`, { state }),
  setOwner: (id: string, agent_id: string | null) => ask<Done>("PUT", `/api/cases/${id}/owner`, { agent_id }),
  setSubject: (id: string, subject: string) => ask<Done>("PUT", `/api/cases/${id}/subject`, { subject }),
  reply: (id: string, body: Reply, keepalive = false) =>
    ask<Done>("POST", `/api/cases/${id}/messages`, body, { keepalive }),
  note: (id: string, body: WriteNote, keepalive = false) =>
    ask<Done>("POST", `/api/cases/${id}/notes`, body, { keepalive }),
  keepDraft: (id: string, text: string, is_note: boolean, keepalive = false) =>
    ask<null>("PUT", `/api/cases/${id}/draft`, { text, is_note }, { keepalive }),
  markRead: (id: string, seq: number) => ask<null>("PUT", `/api/cases/${id}/read`, { seq }),
};

export const me = {
  setPresence: (presence: Presence) => ask<AgentRow>("PUT", "/api/me/presence", { presence }),
};

export const live = {
  overview: () => ask<AgentWelcome>("GET", "/api/overview"),
  ticket: () => ask<SocketTicket>("POST", "/api/socket-ticket"),
  openPoll: (hello: unknown) => ask<Poll>("POST", "/api/poll", hello),
  poll: (screen: string, after: number, signal: AbortSignal) =>
    ask<Poll>("GET", `/api/poll/${screen}?after=${after}`, undefined, { signal }),
  say: (screen: string, words: unknown) => ask<null>("POST", `/api/poll/${screen}`, words),
};

/** Uploads one file. `onprogress` hears the share that has left (0–1); fetch cannot tell that, so this is an old request. */
export function upload(
  caseId: string,
  attachmentId: string,
  file: File,
  onprogress: (share: number) => void,
): Promise<Result<Attachment>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const name = encodeURIComponent(file.name);
    request.open("POST", `/api/cases/${caseId}/attachments/${attachmentId}?name=${name}`);
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.upload.onprogress = (event) => event.lengthComputable && onprogress(event.loaded / event.total);
    request.onerror = () => resolve({ ok: false, problem: null });
    request.onload = () => {
      const type = request.getResponseHeader("content-type") ?? "";
      resolve(
        answer<Attachment>(
          new Response(request.responseText, { status: request.status, headers: { "content-type": type } }),
        ),
      );
    };
    request.send(file);
  });
}
