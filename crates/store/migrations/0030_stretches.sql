-- How each agent's own day went, for their own eyes, for a day: contacts that they held, times away, customers who waited
-- for their words. `of_id` is the contact, or the agent where it is none.
create table stretches (
  organisation_id uuid not null references organisations,
  agent_id uuid not null,
  kind text not null,
  from_us bigint not null,
  of_id uuid not null,
  until_us bigint,
  primary key (organisation_id, agent_id, kind, from_us, of_id),
  foreign key (organisation_id, agent_id) references agents
);
create index stretches_until on stretches (organisation_id, until_us);
insert into stretches (organisation_id, agent_id, kind, from_us, of_id)
  select organisation_id, held_by, case when channel = 'chat' then 'chat' else 'message' end, taken_at_us, contact_id
    from contacts where state = 'taken' and held_by is not null and taken_at_us is not null;
insert into stretches (organisation_id, agent_id, kind, from_us, of_id)
  select organisation_id, agent_id, 'away', presence_since_us, agent_id from agents where presence <> 'present';
