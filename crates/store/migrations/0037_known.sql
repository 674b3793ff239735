-- What a client keeps of its customers so that nobody asks them again, in the order in which it is shown.
create table known_fields (
  organisation_id uuid not null references organisations,
  known_field_id uuid not null,
  client_id uuid not null,
  place bigint not null,
  name_fi text not null,
  name_sv text not null,
  name_en text not null,
  retired bigint not null,
  created_at_us bigint not null,
  primary key (organisation_id, known_field_id),
  foreign key (organisation_id, client_id) references clients
);
create index known_fields_of_client on known_fields (organisation_id, client_id, place, known_field_id);
-- What is known of a customer. One that was emptied stays with its version, so that every screen hears of it in order.
create table known_values (
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  known_field_id uuid not null,
  text text not null,
  version bigint not null,
  agent_id uuid not null,
  at_us bigint not null,
  primary key (organisation_id, customer_id, known_field_id),
  foreign key (organisation_id, customer_id) references customers,
  foreign key (organisation_id, known_field_id) references known_fields
);
