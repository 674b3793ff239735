-- Teams whose members decide about its rules together.
alter table teams add column self_directed bigint not null default 0;
-- What they propose: the rules as they were and as they would be (JSON), and how it ended.
create table team_proposals (
  organisation_id uuid not null references organisations,
  proposal_id uuid not null,
  team_id uuid not null,
  agent_id uuid not null,
  version bigint not null,
  at_us bigint not null,
  reason text not null,
  rules_before text not null,
  rules_after text not null,
  state text not null,
  ended_at_us bigint,
  primary key (organisation_id, proposal_id),
  foreign key (organisation_id, team_id) references teams,
  foreign key (organisation_id, agent_id) references agents
);
create index team_proposals_of_team on team_proposals (organisation_id, team_id, state, at_us);
-- What members have said to them: one word each.
create table team_words (
  organisation_id uuid not null references organisations,
  proposal_id uuid not null,
  agent_id uuid not null,
  word text not null,
  reason text not null,
  at_us bigint not null,
  primary key (organisation_id, proposal_id, agent_id),
  foreign key (organisation_id, proposal_id) references team_proposals,
  foreign key (organisation_id, agent_id) references agents
);
