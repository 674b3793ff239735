-- The first desk. Every key and index begins with organisation_id; nothing joins across organisations.
-- Types: uuid, bigint, text, bytea; the store translates them for each engine. Times are microseconds UTC.

create table organisations (
  organisation_id uuid not null primary key,
  name text not null,
  epoch text not null,
  last_case_number bigint not null,
  last_visitor_number bigint not null,
  created_at_us bigint not null
);

create table clients (
  organisation_id uuid not null references organisations,
  client_id uuid not null,
  widget_id text not null,
  name text not null,
  desk_name text,
  languages text not null,
  colour text,
  time_zone text not null,
  week text not null,
  exceptions text not null,
  closed_by_hand bigint not null,
  queue_ceiling bigint not null,
  answer_target_s bigint not null,
  silence_min bigint not null,
  thanks_grace_min bigint not null,
  websites text not null,
  greeting_fi text not null,
  greeting_sv text not null,
  greeting_en text not null,
  queue_turn bigint not null,
  created_at_us bigint not null,
  primary key (organisation_id, client_id)
);
create unique index clients_by_widget on clients (organisation_id, widget_id);

create table agents (
  organisation_id uuid not null references organisations,
  agent_id uuid not null,
  name text not null,
  first_name text not null,
  email text not null,
  email_folded text not null,
  password_hash text,
  role text not null,
  slots bigint not null,
  languages text not null,
  active bigint not null,
  language text not null,
  sound bigint not null,
  notifications bigint not null,
  shortcuts bigint not null,
  presence text not null,
  presence_since_us bigint not null,
  seen_at_us bigint not null,
  chosen_presence text,
  claims bigint not null,
  created_at_us bigint not null,
  primary key (organisation_id, agent_id)
);
create unique index agents_by_email on agents (organisation_id, email_folded);

create table teams (
  organisation_id uuid not null references organisations,
  team_id uuid not null,
  name text not null,
  created_at_us bigint not null,
  primary key (organisation_id, team_id)
);
create table team_members (
  organisation_id uuid not null,
  team_id uuid not null,
  agent_id uuid not null,
  primary key (organisation_id, team_id, agent_id),
  foreign key (organisation_id, team_id) references teams,
  foreign key (organisation_id, agent_id) references agents
);
create table team_clients (
  organisation_id uuid not null,
  team_id uuid not null,
  client_id uuid not null,
  primary key (organisation_id, team_id, client_id),
  foreign key (organisation_id, team_id) references teams,
  foreign key (organisation_id, client_id) references clients
);

create table sessions (
  organisation_id uuid not null,
  session_id uuid not null,
  agent_id uuid not null,
  secret_hash bytea not null,
  browser text not null,
  address text not null,
  signed_in_at_us bigint not null,
  used_at_us bigint not null,
  expires_at_us bigint not null,
  primary key (organisation_id, session_id),
  foreign key (organisation_id, agent_id) references agents
);
create unique index sessions_by_secret on sessions (organisation_id, secret_hash);
create index sessions_by_agent on sessions (organisation_id, agent_id);

create table invitations (
  organisation_id uuid not null,
  secret_hash bytea not null,
  agent_id uuid not null,
  expires_at_us bigint not null,
  primary key (organisation_id, secret_hash),
  foreign key (organisation_id, agent_id) references agents
);

create table api_tokens (
  organisation_id uuid not null,
  api_token_id uuid not null,
  agent_id uuid not null,
  name text not null,
  secret_hash bytea not null,
  scopes text not null,
  created_at_us bigint not null,
  expires_at_us bigint,
  used_at_us bigint,
  primary key (organisation_id, api_token_id),
  foreign key (organisation_id, agent_id) references agents
);
create unique index api_tokens_by_secret on api_tokens (organisation_id, secret_hash);

create table audit (
  organisation_id uuid not null,
  audit_id uuid not null,
  at_us bigint not null,
  agent_id uuid,
  name text not null,
  act text not null,
  object text not null,
  address text not null,
  primary key (organisation_id, audit_id)
);
create index audit_by_time on audit (organisation_id, at_us, audit_id);

create table customers (
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  client_id uuid not null,
  visitor_number bigint not null,
  name text,
  email text,
  secret_hash bytea,
  created_at_us bigint not null,
  primary key (organisation_id, customer_id),
  foreign key (organisation_id, client_id) references clients
);
create unique index customers_by_secret on customers (organisation_id, client_id, secret_hash);

-- The list row of a case: everything that a list shows, kept in the same transaction as the events, derived anew by `rebuild`.
create table cases (
  organisation_id uuid not null references organisations,
  case_id uuid not null,
  client_id uuid not null,
  customer_id uuid not null,
  number bigint not null,
  state text not null,
  subject text,
  owner_id uuid,
  team_id uuid,
  seq bigint not null,
  public_seq bigint not null,
  opened_at_us bigint not null,
  changed_at_us bigint not null,
  solved_at_us bigint,
  last_words text,
  last_words_by text,
  last_words_at_us bigint,
  unread bigint not null,
  desk_read_seq bigint not null,
  customer_read_seq bigint not null,
  contact_id uuid not null,
  primary key (organisation_id, case_id),
  foreign key (organisation_id, client_id) references clients,
  foreign key (organisation_id, customer_id) references customers
);
create unique index cases_by_number on cases (organisation_id, number);
create index cases_by_change on cases (organisation_id, changed_at_us, case_id);
create index cases_by_client on cases (organisation_id, client_id, changed_at_us, case_id);
create index cases_by_state on cases (organisation_id, state, changed_at_us, case_id);
create index cases_by_owner on cases (organisation_id, owner_id, changed_at_us, case_id);
create index cases_by_customer on cases (organisation_id, customer_id, opened_at_us);

create table contacts (
  organisation_id uuid not null references organisations,
  contact_id uuid not null,
  case_id uuid not null,
  client_id uuid not null,
  channel text not null,
  state text not null,
  language text not null,
  started_at_us bigint not null,
  waiting_since_us bigint not null,
  held_by uuid,
  luukku bigint,
  for_team uuid,
  taken_at_us bigint,
  answer_target_s bigint not null,
  answered_at_us bigint,
  customer_waits_since_us bigint,
  turn_since_us bigint not null,
  last_said_at_us bigint not null,
  ended_at_us bigint,
  ended_by text,
  start_page text,
  start_title text,
  referrer text,
  primary key (organisation_id, contact_id),
  foreign key (organisation_id, case_id) references cases
);
create index contacts_by_case on contacts (organisation_id, case_id, started_at_us);
create index contacts_waiting on contacts (organisation_id, state, client_id, waiting_since_us);
create index contacts_held on contacts (organisation_id, held_by, state);
create index contacts_started on contacts (organisation_id, client_id, started_at_us);
create index contacts_answered on contacts (organisation_id, client_id, answered_at_us);

-- The history. Words of people are not here: an event names a message or a note.
create table events (
  organisation_id uuid not null references organisations,
  case_id uuid not null,
  seq bigint not null,
  public_seq bigint,
  at_us bigint not null,
  body text not null,
  primary key (organisation_id, case_id, seq),
  foreign key (organisation_id, case_id) references cases
);
create index events_public on events (organisation_id, case_id, public_seq);

create table messages (
  organisation_id uuid not null references organisations,
  message_id uuid not null,
  case_id uuid not null,
  seq bigint not null,
  contact_id uuid not null,
  author text not null,
  agent_id uuid,
  at_us bigint not null,
  text text not null,
  masked text not null,
  attachments bigint not null,
  primary key (organisation_id, message_id),
  foreign key (organisation_id, case_id) references cases
);
create index messages_by_case on messages (organisation_id, case_id, seq);

create table notes (
  organisation_id uuid not null references organisations,
  note_id uuid not null,
  case_id uuid not null,
  seq bigint not null,
  agent_id uuid not null,
  at_us bigint not null,
  text text not null,
  primary key (organisation_id, note_id),
  foreign key (organisation_id, case_id) references cases
);
create index notes_by_case on notes (organisation_id, case_id, seq);

-- Files lie in the data directory under their id; a row without a message is an upload that nobody has sent yet.
create table attachments (
  organisation_id uuid not null references organisations,
  attachment_id uuid not null,
  client_id uuid not null,
  customer_id uuid,
  agent_id uuid,
  case_id uuid,
  message_id uuid,
  place bigint not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  shown text not null,
  width bigint,
  height bigint,
  sha256 bytea not null,
  created_at_us bigint not null,
  primary key (organisation_id, attachment_id)
);
create index attachments_by_message on attachments (organisation_id, message_id, place);
create index attachments_unsent on attachments (organisation_id, case_id, created_at_us);

create table drafts (
  organisation_id uuid not null references organisations,
  agent_id uuid not null,
  case_id uuid not null,
  text text not null,
  is_note bigint not null,
  at_us bigint not null,
  primary key (organisation_id, agent_id, case_id),
  foreign key (organisation_id, agent_id) references agents,
  foreign key (organisation_id, case_id) references cases
);

create table set_up (
  organisation_id uuid not null primary key,
  secret_hash bytea not null,
  created_at_us bigint not null
);
