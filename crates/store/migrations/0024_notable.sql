-- Events that somebody who looks after the desk should know of (`desk::case::is_notable`), so that the newest of them are found
-- however much else happens.
alter table events add column notable bigint not null default 0;
update events set notable = 1 where body like '{"kind":"transferred_to_%' or body like '{"kind":"flagged"%' or body like '{"kind":"blocked"%'
  or body like '{"kind":"freed_from_team"%' or body like '{"kind":"overflowed"%' or body like '{"kind":"answer_target_missed"%'
  or body like '{"kind":"promise_broken"%' or body like '{"kind":"raised_to_lead"%' or body like '{"kind":"referred"%'
  or (body like '{"kind":"taken"%' and body like '%"exceeds":"%') or (body like '{"kind":"contact_ended"%' and body like '%"by":"silence"%')
  or (body like '{"kind":"offer_ended"%' and body like '%"why":"let_pass"%')
  or (body like '{"kind":"taken_back"%' and body not like '%"reason":"customer_wrote"%')
  or (body like '{"kind":"state_changed"%' and body like '%"from":"solved"%' and body like '%"by":null%');
create index events_notable on events (organisation_id, at_us) where notable = 1;
-- The place of the first event of the same act: what is sent a second time is answered with all that it made happen.
alter table events add column act_seq bigint;
