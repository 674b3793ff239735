-- Customers whom a client's website has named. What it calls them is kept as a hash: it may be a personal identity code.
create table people (
  organisation_id uuid not null references organisations,
  person_id uuid not null,
  client_id uuid not null,
  subject_hash bytea not null,
  name text,
  email text,
  first_seen_at_us bigint not null,
  seen_at_us bigint not null,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, client_id) references clients
);
create unique index people_by_subject on people (organisation_id, client_id, subject_hash);
-- Everything that a customer who was named wrote belongs to that person.
alter table customers add column person_id uuid;
create index customers_by_person on customers (organisation_id, person_id) where person_id is not null;
-- Keys with which websites sign. The material is the shared secret or the public half, by the algorithm.
create table identity_keys (
  organisation_id uuid not null references organisations,
  identity_key_id uuid not null,
  client_id uuid not null,
  name text not null,
  algorithm text not null,
  material bytea not null,
  created_at_us bigint not null,
  used_at_us bigint,
  retires_at_us bigint,
  primary key (organisation_id, identity_key_id),
  foreign key (organisation_id, client_id) references clients
);
create index identity_keys_of_client on identity_keys (organisation_id, client_id, created_at_us);
-- Tokens that were used, by which visitor, until they expire.
create table identity_tokens (
  organisation_id uuid not null references organisations,
  client_id uuid not null,
  token_hash bytea not null,
  secret_hash bytea not null,
  until_us bigint not null,
  primary key (organisation_id, client_id, token_hash)
);
create index identity_tokens_by_end on identity_tokens (organisation_id, until_us);
-- Visits that began with a good token.
create table signed_visits (
  organisation_id uuid not null references organisations,
  secret_hash bytea not null,
  person_id uuid not null,
  identity_key_id uuid not null,
  until_us bigint not null,
  primary key (organisation_id, secret_hash),
  foreign key (organisation_id, person_id) references people
);
create index signed_visits_by_end on signed_visits (organisation_id, until_us);
