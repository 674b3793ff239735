// A desk that is set up, with people in it: all through the public API, as an integration would do it.
import { randomBytes } from "node:crypto";
import type { components } from "../web/packages/wire/src/schema.ts";
import type { Desk } from "./desk.ts";
import { newId } from "./ids.ts";

type Schemas = components["schemas"];
export type Client = Schemas["Client"];
export type CaseView = Schemas["CaseView"];
export type CaseRow = Schemas["CaseRow"];
export type Role = Schemas["Role"];

export const PASSWORD = "kuusi kelloa ja kanerva";
const ALWAYS = Array.from({ length: 7 }, () => [{ from_minute: 0, to_minute: 1440 }]);

export interface Answer<Body> {
  status: number;
  body: Body;
}

/** Somebody who is signed in, or a visitor with a key of their own. */
export class Asker {
  constructor(
    readonly desk: Desk,
    private readonly headers: Record<string, string>,
  ) {}

  async try<Body>(method: string, path: string, given?: unknown): Promise<Answer<Body>> {
    const response = await fetch(this.desk.address + path, {
      method,
      headers: {
        ...this.headers,
        origin: this.desk.address,
        "accept-language": "fi",
        ...(given === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(given === undefined ? {} : { body: JSON.stringify(given) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? null : JSON.parse(text) };
  }

  async ask<Body>(method: string, path: string, given?: unknown): Promise<Body> {
    const answer = await this.try<Body>(method, path, given);
    if (answer.status >= 300)
      throw new Error(`${method} ${path} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}

/** What somebody who is invited is and speaks. */
interface Invited {
  role?: Role;
  slots?: number;
  languages?: Schemas["Language"][];
}

/** An agent: what the browser needs to be them, and the same for the API. */
export interface Person {
  agentId: string;
  name: string;
  email: string;
  cookie: { name: string; value: string };
  api: Asker;
}

/** A visitor without a browser. */
export class ApiVisitor {
  readonly api: Asker;

  constructor(
    office: Office,
    private readonly path: string,
  ) {
    this.api = new Asker(office.desk, { authorization: `Bearer ${randomBytes(32).toString("base64url")}` });
  }

  async start(text: string, language = "fi"): Promise<void> {
    await this.api.ask("POST", `${this.path}/chats`, {
      contact_id: newId(),
      message_id: newId(),
      text,
      language,
      attachments: [],
    });
  }

  /** While the chat is closed. */
  async leave(text: string, language = "fi"): Promise<void> {
    await this.api.ask("POST", `${this.path}/left-messages`, {
      contact_id: newId(),
      message_id: newId(),
      text,
      language,
      email: "kaisa@esimerkki.fi",
    });
  }

  async write(text: string): Promise<void> {
    await this.api.ask("POST", `${this.path}/messages`, { message_id: newId(), text, attachments: [] });
  }

  async conversation(): Promise<Schemas["Conversation"]> {
    return this.api.ask("GET", `${this.path}/conversation`);
  }
}

export class Office {
  private constructor(
    readonly desk: Desk,
    readonly owner: Person,
    public client: Client,
  ) {}

  /** Sets an empty desk up: open around the clock, for the chat on `website`. */
  static async open(desk: Desk, website: string): Promise<Office> {
    const token = (await desk.line(/\/set-up\//)).split("/set-up/")[1]?.trim();
    const given = {
      token,
      organisation: "Yhteinen luukku",
      client: "Havuvaara",
      languages: ["fi", "sv", "en"],
      time_zone: "Europe/Helsinki",
      week: ALWAYS,
      websites: [website],
      owner_name: "Outi Omistaja",
      owner_email: "outi@luukku.example",
      owner_password: PASSWORD,
    };
    const owner = await signedIn(desk, "/api/set-up", given);
    const [client] = await owner.api.ask<Client[]>("GET", "/api/clients");
    if (!client) throw new Error("The desk has no client.");
    return new Office(desk, owner, client);
  }

  /** Invites somebody into the first team, and they choose a password. */
  async invite(
    name: string,
    { role = "agent", slots = 4, languages = ["fi", "sv", "en"] }: Invited = {},
  ): Promise<Person> {
    const firstName = name.split(" ")[0] ?? name;
    const agentId = newId();
    const { link } = await this.owner.api.ask<{ link: string }>("POST", `/api/agents/${agentId}`, {
      name,
      first_name: firstName,
      email: `${firstName.toLowerCase()}@luukku.example`,
      role,
      slots,
      languages,
      active: true,
    });
    const [team] = await this.owner.api.ask<Schemas["TeamRow"][]>("GET", "/api/teams");
    if (!team) throw new Error("The desk has no team.");
    const { team_id, ...settings } = team;
    await this.owner.api.ask("PUT", `/api/teams/${team_id}`, { ...settings, agent_ids: [...team.agent_ids, agentId] });
    const token = link.split("/invitation/")[1];
    return signedIn(this.desk, "/api/invitations", { token, password: PASSWORD });
  }

  /** Changes some of the client's settings. */
  async change(settings: Partial<Client["settings"]>): Promise<void> {
    const { client_id } = this.client;
    const changed = { ...this.client.settings, ...settings };
    this.client = await this.owner.api.ask("PUT", `/api/clients/${client_id}`, changed);
  }

  /** Gives its word for what a client's launch asks, and opens its chat to customers. */
  async openToCustomers({ client_id, settings }: Client): Promise<void> {
    const path = `/api/clients/${client_id}`;
    const greetings = { greeting_fi: "Hei!", greeting_sv: "Hej!", greeting_en: "Hello!" };
    await this.owner.api.ask("PUT", path, { ...settings, ...greetings, languages: ["fi"] });
    for (const point of ["purpose", "closed", "asking", "criticism", "rules"])
      await this.owner.api.ask("PUT", `${path}/launch-points`, { point, words: "Sovittu yhdessä" });
    await this.owner.api.ask("POST", `${path}/launch`, {});
  }

  visitor(): ApiVisitor {
    return this.visitorOf(this.client);
  }

  visitorOf(client: Client): ApiVisitor {
    return new ApiVisitor(this, `/api/widget/${client.widget_key}`);
  }

  /** The case with this number, with everything that happened in it. */
  async case(number: number): Promise<CaseView> {
    const page = await this.owner.api.ask<{ items: CaseRow[] }>("GET", `/api/cases?number=${number}`);
    const row = page.items[0];
    if (!row) throw new Error(`There is no case ${number}.`);
    return this.owner.api.ask("GET", `/api/cases/${row.case_id}`);
  }

  /** What was said in a case, in its one order (D3). The order has no gaps: that is checked here, every time. */
  async said(number: number): Promise<string[]> {
    const { entries } = await this.case(number);
    const seqs = entries.map((one) => one.seq);
    if (seqs.some((seq, at) => seq !== at + 1)) throw new Error(`The order of case ${number} has gaps: ${seqs}`);
    return entries.flatMap((one) => (one.kind === "message" ? [one.text] : []));
  }
}

/** Sends what ends in a session, and keeps it. */
async function signedIn(desk: Desk, path: string, given: object): Promise<Person> {
  const response = await fetch(desk.address + path, {
    method: "POST",
    headers: { origin: desk.address, "content-type": "application/json", "accept-language": "fi" },
    body: JSON.stringify(given),
  });
  if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
  const me = (await response.json()) as Schemas["Me"];
  const [pair = ""] = (response.headers.get("set-cookie") ?? "").split(";");
  const [name = "", value = ""] = pair.split("=");
  return {
    agentId: me.agent_id,
    name: me.name,
    email: me.email,
    cookie: { name, value },
    api: new Asker(desk, { cookie: pair }),
  };
}
