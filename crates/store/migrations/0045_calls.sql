-- What has become of a call that a customer asked for: by when it was promised first, when they were first called and spoken with.
alter table contacts add column call_until_us bigint;
alter table contacts add column called_at_us bigint;
alter table contacts add column spoken_at_us bigint;
-- Those that are over by now are counted no more; `luukku rebuild` fills them in from what happened.
update contacts set call_until_us = (select c.promise_until_us from cases c
    where c.organisation_id = contacts.organisation_id and c.case_id = contacts.case_id and c.contact_id = contacts.contact_id)
    where channel = 'call_back' and ended_at_us is null;
