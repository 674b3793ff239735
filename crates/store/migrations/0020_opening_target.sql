-- When a client's chat closes because its answer target is not kept, as JSON; null where that closes nothing.
alter table clients add column opening_target text;
