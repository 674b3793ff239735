-- Whether an agent may take a chat over their slots, and why somebody did.
alter table agents add column may_exceed bigint not null default 0;
alter table contacts add column exceeds text;
