-- In which languages a chat was closed although it was open, and why: `sv:no_speaker` with spaces between.
alter table availability_changes add column closed_in text not null default '';
