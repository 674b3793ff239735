-- How well agents speak which language in chat: 1 to 3, 0 where they do not. Until somebody says how well, they are fluent.
alter table agents add column chat_fi bigint not null default 0;
alter table agents add column chat_sv bigint not null default 0;
alter table agents add column chat_en bigint not null default 0;
update agents set chat_fi = 2 where languages like '%fi%';
update agents set chat_sv = 2 where languages like '%sv%';
update agents set chat_en = 2 where languages like '%en%';
alter table agents drop column languages;
-- What agents can know, and who knows what (ids with spaces between).
create table skills (
  organisation_id uuid not null references organisations,
  skill_id uuid not null,
  name text not null,
  created_at_us bigint not null,
  primary key (organisation_id, skill_id)
);
create unique index skills_by_name on skills (organisation_id, name);
alter table agents add column skills text not null default '';
-- What a contact needs of whoever takes it, as it was decided when it started.
alter table contacts add column level bigint not null default 1;
alter table contacts add column skill_id uuid;
alter table contacts add column priority bigint not null default 2;
