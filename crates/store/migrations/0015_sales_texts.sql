-- What a prepared reply is for. Until now all of them were to answer with.
alter table prepared_replies add column kind text not null default 'reply';
