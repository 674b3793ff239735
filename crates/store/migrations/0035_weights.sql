-- How much a left message takes of whoever holds it; a chat takes 100.
alter table organisations add column message_weight bigint not null default 25;
