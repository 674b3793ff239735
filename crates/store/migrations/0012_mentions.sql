-- Whom a note names (ids with spaces between), and each person who was told of it.
alter table notes add column named_agents text not null default '';
alter table notes add column named_teams text not null default '';
create table mentions (
  organisation_id uuid not null references organisations,
  agent_id uuid not null,
  note_id uuid not null,
  case_id uuid not null,
  at_us bigint not null,
  read_at_us bigint,
  primary key (organisation_id, agent_id, note_id),
  foreign key (organisation_id, agent_id) references agents,
  foreign key (organisation_id, case_id) references cases
);
create index mentions_by_time on mentions (organisation_id, agent_id, at_us, note_id);
create index mentions_unread on mentions (organisation_id, agent_id, case_id) where read_at_us is null;
