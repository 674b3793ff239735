-- What customers read of a category from which they choose before their first words, in each language; empty: its name.
-- None of the three: they are not offered it.
alter table labels add column offered_fi text;
alter table labels add column offered_sv text;
alter table labels add column offered_en text;
-- The categories for which a rule is, as ids with spaces between; empty: whatever has been chosen.
alter table routing_rules add column categories text not null default '';
