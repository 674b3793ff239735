-- What was changed, from what to what, as JSON; empty where nothing was, and for what happened before this was kept.
alter table audit add column changes text not null default '';
