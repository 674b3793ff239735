-- When a client invites visitors to its chat: one text of JSON, as the way of speaking is.
create table approaches (
  organisation_id uuid not null references organisations,
  client_id uuid not null,
  settings text not null,
  primary key (organisation_id, client_id),
  foreign key (organisation_id, client_id) references clients
);
-- What became of visitors who met an invitation's conditions, as numbers: who they were is nowhere.
create table approach_counts (
  organisation_id uuid not null references organisations,
  client_id uuid not null,
  day text not null,
  approach_id uuid not null,
  held_out bigint not null,
  became text not null,
  visitors bigint not null,
  primary key (organisation_id, client_id, day, approach_id, held_out, became),
  foreign key (organisation_id, client_id) references clients
);
