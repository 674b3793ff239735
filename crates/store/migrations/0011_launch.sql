-- Since when a client's chat is open to customers (null: not yet), when it is looked through again, and who minds it.
alter table clients add column live_at_us bigint;
alter table clients add column review_on text;
alter table clients add column minded_by uuid;
-- Every chat that there is has been open since it was made.
update clients set live_at_us = created_at_us;
-- What somebody has confirmed before a client's chat was opened, in their words.
create table launch_points (
  organisation_id uuid not null references organisations,
  client_id uuid not null,
  point text not null,
  words text not null,
  confirmed_by uuid not null,
  name text not null,
  at_us bigint not null,
  primary key (organisation_id, client_id, point),
  foreign key (organisation_id, client_id) references clients
);
