-- When the luukut of whoever has been in chat for long become fewer, as JSON; null: never.
alter table clients add column ease text;
-- How many of their luukut an agent does without just now; no row: none.
create table eased (
  organisation_id uuid not null references organisations,
  agent_id uuid not null,
  slots bigint not null,
  primary key (organisation_id, agent_id),
  foreign key (organisation_id, agent_id) references agents
);
