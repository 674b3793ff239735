-- How many visitors met a client's chat closed, by the client's own day and by when it was closed; nothing of who they were.
create table met_closed (
  organisation_id uuid not null references organisations,
  client_id uuid not null,
  day text not null,
  since_us bigint not null,
  visitors bigint not null,
  primary key (organisation_id, client_id, day, since_us)
);
-- What a client's visitors find while its chat is closed. Until now they could always leave a message.
alter table clients add column when_closed text not null default 'message';
