-- A waiting chat that one agent has to themselves for some seconds, and who has let one pass (ids with spaces between).
alter table contacts add column offered_to uuid;
alter table contacts add column offered_at_us bigint;
alter table contacts add column offer_until_us bigint;
alter table contacts add column passed_by text not null default '';
create index contacts_offered on contacts (organisation_id, offered_to) where offered_to is not null;
-- How a team's members are offered what waits: after so many seconds (null: they take it by hand), for so many.
alter table teams add column offer_after_s bigint;
alter table teams add column offer_within_s bigint not null default 20;
-- Why somebody is away who has not said so, and when they last got a chat.
alter table agents add column away_because text;
alter table agents add column last_got_us bigint not null default 0;
