/** Commands and questions over HTTP. Every answer is a value: a refusal is not an exception. */
import type {
  AgentSays,
  Attachment,
  BlockCustomer,
  CaseState,
  Exceed,
  KeepDraft,
  MarkCalled,
  MarkNotReached,
  Park,
  Poll,
  Presence,
  Problem,
  paths,
  Refer,
  Reply,
  SetLabels,
  Transfer,
  Triage,
  WriteNote,
} from "@luukku/wire";
import createClient from "openapi-fetch";

/** `problem` is `null` when no answer came at all: nobody knows whether the desk heard us. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; problem: Problem | null };

type Method = "GET" | "POST" | "PUT" | "DELETE";

/** Nobody waits longer for an answer. After that it counts as none, and the screen says so. */
const ANSWER_MS = 15_000;
/** The desk holds a poll for up to 25 seconds while there is no news. */
const POLL_MS = 25_000 + ANSWER_MS;
/** An upload may take its time, but not stand still. */
const STANDSTILL_MS = 30_000;

const json = { "content-type": "application/json" };

/** One request; without an answer `withinMs` there is none. */
export async function ask<Value>(
  method: Method,
  path: string,
  body?: unknown,
  { withinMs = ANSWER_MS, signal = null }: { withinMs?: number; signal?: AbortSignal | null } = {},
): Promise<Result<Value>> {
  const late = AbortSignal.timeout(withinMs);
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: "same-origin",
      headers: body === undefined ? {} : json,
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, late]) : late,
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
  return unknownProblem(response.status);
}

function unknownProblem(status: number): Problem {
  return { type: "about:blank", title: "", status, code: "unknown" };
}

/** The desk's whole interface, with the types that the server describes. */
const desk = createClient<paths>({
  credentials: "same-origin",
  fetch: (request) => fetch(request, { signal: AbortSignal.timeout(ANSWER_MS) }),
});

/** What openapi-fetch gives back, as a `Result`. */
async function told<Value>(
  asked: Promise<{ data?: Value; error?: unknown; response: Response }>,
): Promise<Result<Value>> {
  try {
    const { data, error, response } = await asked;
    if (data !== undefined) return { ok: true, value: data };
    return { ok: false, problem: isProblem(error) ? error : unknownProblem(response.status) };
  } catch {
    return { ok: false, problem: null };
  }
}

/** The same for what is answered without content. */
async function noted(asked: Promise<{ error?: unknown; response: Response }>): Promise<Result<null>> {
  return told(asked.then(({ error, response }) => (response.ok ? { data: null, response } : { error, response })));
}

function isProblem(error: unknown): error is Problem {
  return typeof error === "object" && error !== null && "code" in error && "title" in error;
}

const at = (id: string) => ({ params: { path: { case: id } } });

export const cases = {
  view: (id: string) => told(desk.GET("/api/cases/{case}", at(id))),
  before: (id: string, before: number) =>
    told(desk.GET("/api/cases/{case}/timeline", { params: { path: { case: id }, query: { before } } })),
  routing: (id: string) => told(desk.GET("/api/cases/{case}/routing", at(id))),
  byNumber: (number: number) => told(desk.GET("/api/cases", { params: { query: { number } } })),
  take: (id: string, contact: string | undefined) =>
    told(desk.POST("/api/cases/{case}/take", { params: { path: { case: id }, query: contact ? { contact } : {} } })),
  called: (id: string, body: MarkCalled) => told(desk.POST("/api/cases/{case}/called", { ...at(id), body })),
  notReached: (id: string, body: MarkNotReached) =>
    told(desk.POST("/api/cases/{case}/not-reached", { ...at(id), body })),
  exceed: (id: string, body: Exceed) => told(desk.POST("/api/cases/{case}/exceed", { ...at(id), body })),
  giveBack: (id: string) => told(desk.POST("/api/cases/{case}/give-back", at(id))),
  transfer: (id: string, body: Transfer) => told(desk.POST("/api/cases/{case}/transfer", { ...at(id), body })),
  end: (id: string) => told(desk.POST("/api/cases/{case}/end", at(id))),
  park: (id: string, body: Park) => told(desk.POST("/api/cases/{case}/park", { ...at(id), body })),
  flag: (id: string) => told(desk.POST("/api/cases/{case}/flag", at(id))),
  block: (id: string, body: BlockCustomer) => told(desk.POST("/api/cases/{case}/block", { ...at(id), body })),
  refer: (id: string, body: Refer) => told(desk.POST("/api/cases/{case}/refer", { ...at(id), body })),
  solve: (id: string) => told(desk.POST("/api/cases/{case}/solve", at(id))),
  undoSolve: (id: string) => told(desk.POST("/api/cases/{case}/undo-solve", at(id))),
  reopen: (id: string) => told(desk.POST("/api/cases/{case}/reopen", at(id))),
  close: (id: string) => told(desk.POST("/api/cases/{case}/close", at(id))),
  setState: (id: string, state: CaseState) => told(desk.PUT("/api/cases/{case}/state", { ...at(id), body: { state } })),
  setOwner: (id: string, agent_id: string | null) =>
    told(desk.PUT("/api/cases/{case}/owner", { ...at(id), body: { agent_id } })),
  setSubject: (id: string, subject: string) =>
    told(desk.PUT("/api/cases/{case}/subject", { ...at(id), body: { subject } })),
  setLabels: (id: string, body: SetLabels) => told(desk.PUT("/api/cases/{case}/labels", { ...at(id), body })),
  setKnown: (id: string, known_field_id: string, text: string) =>
    told(
      desk.PUT("/api/cases/{case}/known/{known_field_id}", {
        params: { path: { case: id, known_field_id } },
        body: { text },
      }),
    ),
  triage: (id: string, body: Triage) => told(desk.PUT("/api/cases/{case}/triage", { ...at(id), body })),
  reply: (id: string, body: Reply, keepalive = false) =>
    told(desk.POST("/api/cases/{case}/messages", { ...at(id), body, keepalive })),
  note: (id: string, body: WriteNote, keepalive = false) =>
    told(desk.POST("/api/cases/{case}/notes", { ...at(id), body, keepalive })),
  keepDraft: (id: string, body: KeepDraft, keepalive = false) =>
    noted(desk.PUT("/api/cases/{case}/draft", { ...at(id), body, keepalive })),
  sideRead: (id: string) => noted(desk.PUT("/api/cases/{case}/side-read", at(id))),
  mentionsRead: (id: string) => noted(desk.PUT("/api/cases/{case}/mentions-read", at(id))),
  markRead: (id: string, seq: number) => noted(desk.PUT("/api/cases/{case}/read", { ...at(id), body: { seq } })),
};

export const availability = (client_id: string, date: string) =>
  told(
    desk.GET("/api/clients/{client_id}/availability", { params: { path: { client_id }, query: date ? { date } : {} } }),
  );

export const referrals = (client_id: string, days: number) =>
  told(desk.GET("/api/clients/{client_id}/referrals", { params: { path: { client_id }, query: { days } } }));

export const blocks = {
  list: () => told(desk.GET("/api/blocks")),
  lift: (block_id: string) => noted(desk.DELETE("/api/blocks/{block_id}", { params: { path: { block_id } } })),
};

export const happenings = () => told(desk.GET("/api/happenings"));

export const me = {
  setPresence: (presence: Presence) => told(desk.PUT("/api/me/presence", { body: { presence } })),
};

export const live = {
  ticket: () => told(desk.POST("/api/socket-ticket")),
  openPoll: (hello: AgentSays) => ask<Poll>("POST", "/api/poll", hello),
  poll: (screen: string, after: number, signal: AbortSignal) =>
    ask<Poll>("GET", `/api/poll/${screen}?after=${after}`, undefined, { withinMs: POLL_MS, signal }),
  say: (screen: string, words: AgentSays) => ask<null>("POST", `/api/poll/${screen}`, words),
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
    const wait = () => setTimeout(() => request.abort(), STANDSTILL_MS);
    let standstill = wait();
    request.upload.onprogress = (event) => {
      clearTimeout(standstill);
      standstill = wait();
      if (event.lengthComputable) onprogress(event.loaded / event.total);
    };
    request.onloadend = () => clearTimeout(standstill);
    request.onerror = request.onabort = () => resolve({ ok: false, problem: null });
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
