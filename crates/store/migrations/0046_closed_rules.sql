-- The rules that closed an open chat to those for whom they decide, by the names that they had, each on a line of its own.
alter table availability_changes add column closed_rules text not null default '';
