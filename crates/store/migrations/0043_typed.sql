-- Whether a customer whom a website has named is called here by what they have typed themselves, which it has not confirmed.
alter table customers add column typed bigint not null default 0;
update customers set typed = 1 where exists (select 1 from people s
 where s.organisation_id = customers.organisation_id and s.person_id = customers.person_id
 and ((s.name is null and customers.name is not null) or (s.email is null and customers.email is not null)));
