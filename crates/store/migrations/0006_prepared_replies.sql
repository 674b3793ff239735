-- Texts that agents insert into their replies; of one client, or of all where there is none.
create table prepared_replies (
  organisation_id uuid not null references organisations,
  prepared_reply_id uuid not null,
  client_id uuid,
  language text not null,
  name text not null,
  text text not null,
  created_at_us bigint not null,
  primary key (organisation_id, prepared_reply_id),
  foreign key (organisation_id, client_id) references clients
);
create unique index prepared_replies_by_name on prepared_replies (organisation_id, client_id, language, name);
create unique index prepared_replies_of_all on prepared_replies (organisation_id, language, name) where client_id is null;
