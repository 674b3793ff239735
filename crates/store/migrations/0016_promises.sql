-- What a customer was promised and has not got yet: who comes back by when, and whether that time has passed.
alter table cases add column promise_by uuid;
alter table cases add column promise_until_us bigint;
alter table cases add column promise_broken bigint not null default 0;
create index cases_promised on cases (organisation_id, promise_until_us) where promise_until_us is not null and promise_broken = 0;
