-- Who had answered the customer last when a contact began: they are offered it first.
alter table contacts add column last_with uuid;
