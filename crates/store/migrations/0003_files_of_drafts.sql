-- Files that were uploaded for a message that is still being written: their ids with spaces between, in their order.
alter table drafts add column files text not null default '';
