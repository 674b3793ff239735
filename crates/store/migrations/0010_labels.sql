-- The categories and tags of a client. A retired one stays on old cases.
create table labels (
  organisation_id uuid not null references organisations,
  label_id uuid not null,
  client_id uuid not null,
  kind text not null,
  name text not null,
  retired bigint not null,
  created_at_us bigint not null,
  primary key (organisation_id, label_id),
  foreign key (organisation_id, client_id) references clients
);
create unique index labels_by_name on labels (organisation_id, client_id, kind, name);
-- What a client asks of a case that is solved.
alter table clients add column requires_category bigint not null default 0;
alter table clients add column requires_tag bigint not null default 0;
-- What a case is sorted by; tags as ids with spaces between, in the order in which they were put on.
alter table cases add column category_id uuid;
alter table cases add column tag_ids text not null default '';
create index cases_by_category on cases (organisation_id, category_id, changed_at_us, case_id) where category_id is not null;
