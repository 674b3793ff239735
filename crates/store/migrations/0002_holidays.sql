-- Whose holidays a client keeps and its hours on them, as JSON; null where they are days like any other, as they were before.
alter table clients add column holidays text;
