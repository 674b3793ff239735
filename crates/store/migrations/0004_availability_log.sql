-- When each client's chat opened and closed, and why; each row holds until the next one.
create table availability_changes (
  organisation_id uuid not null references organisations,
  client_id uuid not null,
  at_us bigint not null,
  state text not null,
  primary key (organisation_id, client_id, at_us)
);
-- When the desk was last known to run: what is missing after it is time in which it was down.
alter table organisations add column alive_at_us bigint not null default 0;
