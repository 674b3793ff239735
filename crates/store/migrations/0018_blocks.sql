-- Visitors who are kept out for a while. The reason is the note of the same id.
create table blocks (
  organisation_id uuid not null references organisations,
  block_id uuid not null,
  customer_id uuid not null,
  case_id uuid not null,
  agent_id uuid not null,
  at_us bigint not null,
  until_us bigint not null,
  lifted_at_us bigint,
  lifted_by uuid,
  primary key (organisation_id, block_id),
  foreign key (organisation_id, customer_id) references customers,
  foreign key (organisation_id, case_id) references cases
);
create index blocks_in_force on blocks (organisation_id, customer_id, until_us) where lifted_at_us is null;
create index blocks_by_end on blocks (organisation_id, until_us) where lifted_at_us is null;
