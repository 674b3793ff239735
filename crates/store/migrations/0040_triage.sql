-- How urgent a contact is and how it is best handled, when somebody has said so, and when they first did.
alter table contacts add column impact bigint;
alter table contacts add column urgency bigint;
alter table contacts add column handling_path text;
alter table contacts add column triaged_at_us bigint;
