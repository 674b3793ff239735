-- What contacts of a client need, by rules in an order of their own: the first one that matches decides.
create table routing_rules (
  organisation_id uuid not null references organisations,
  rule_id uuid not null,
  client_id uuid not null,
  place bigint not null,
  name text not null,
  languages text not null,
  page_how text,
  page text,
  customer text,
  level bigint,
  skill_id uuid,
  priority bigint,
  team_id uuid,
  primary key (organisation_id, rule_id),
  foreign key (organisation_id, client_id) references clients
);
create index routing_rules_of_client on routing_rules (organisation_id, client_id, place);
-- The rule that decided what a contact needs, by the name that it had then.
alter table contacts add column by_rule text;
