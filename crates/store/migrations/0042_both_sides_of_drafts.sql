-- A draft holds what is being written on both sides, to the customer and for the desk.
alter table drafts add column note text not null default '';
update drafts set note = text, text = '' where is_note = 1;
alter table drafts drop column is_note;
