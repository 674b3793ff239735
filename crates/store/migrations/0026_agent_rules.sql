-- Which version of what a client asks of its agents each of them has read.
create table agent_rules_read (
  organisation_id uuid not null references organisations,
  client_id uuid not null,
  agent_id uuid not null,
  version bigint not null,
  at_us bigint not null,
  primary key (organisation_id, client_id, agent_id),
  foreign key (organisation_id, client_id) references clients,
  foreign key (organisation_id, agent_id) references agents
);
create index agent_rules_read_by_agent on agent_rules_read (organisation_id, agent_id, client_id);
