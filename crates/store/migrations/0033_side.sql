-- Where in the case a note stands: 'thread' beside what the customer says, 'side' among colleagues only.
alter table notes add column place text not null default 'thread';
create index notes_of_side on notes (organisation_id, case_id, seq) where place = 'side';
