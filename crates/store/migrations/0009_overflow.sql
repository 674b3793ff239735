-- After how many seconds of waiting a team's chats go to another team as well (null: never), and to which. That team may have been
-- removed since: then nothing happens.
alter table teams add column overflow_after_s bigint;
alter table teams add column overflow_team_id uuid;
-- The teams to which a waiting chat has gone as well (ids with spaces between).
alter table contacts add column also_for text not null default '';
