-- What is found by which words. An entry is a case (number and subject), a customer, a message or a note; its words are
-- folded by `desk::search` and each begins with a tag of its client and its kind, so that a question reads the words of
-- what the asker may see and of nothing else. Made anew from the rows themselves, so it is in no backup.

-- Which organisations have their entries, and by which rule they were made.
create table search_filled (
  organisation_id uuid not null references organisations,
  rule bigint not null,
  primary key (organisation_id)
);

-- only SQLite
-- The row's number is the key that a full-text index needs; a newer entry has a higher one.
create table search_entries (
  rowid integer not null primary key,
  organisation_id uuid not null references organisations,
  kind text not null,
  id uuid not null,
  client_id uuid not null,
  case_id uuid,
  words text not null,
  unique (organisation_id, kind, id)
);
-- Words come ready: the tokenizer only parts them at spaces. Places of words are not kept.
create virtual table search_index using fts5 (
  words, organisation_id unindexed, kind unindexed, id unindexed, client_id unindexed, case_id unindexed,
  content = 'search_entries', tokenize = 'ascii', detail = 'none'
);
-- What leaves the index leaves its pages at once.
insert into search_index (search_index, rank) values ('secure-delete', 1);
create trigger search_entry_comes after insert on search_entries begin
  insert into search_index (rowid, words) values (new.rowid, new.words);
end;
create trigger search_entry_changes after update of words on search_entries begin
  insert into search_index (search_index, rowid, words) values ('delete', old.rowid, old.words);
  insert into search_index (rowid, words) values (new.rowid, new.words);
end;
create trigger search_entry_goes after delete on search_entries begin
  insert into search_index (search_index, rowid, words) values ('delete', old.rowid, old.words);
end;

-- only PostgreSQL
create table search_entries (
  rowid bigint generated always as identity,
  organisation_id uuid not null references organisations,
  kind text not null,
  id uuid not null,
  client_id uuid not null,
  case_id uuid,
  words text not null,
  primary key (organisation_id, kind, id)
);
create index search_entries_by_words on search_entries using gin (array_to_tsvector(string_to_array(words, ' ')));
-- Called as SQLite calls its index, so that one statement asks both.
create function search_index (asked text) returns setof search_entries language sql stable as $$
  select e.* from search_entries e where array_to_tsvector(string_to_array(e.words, ' ')) @@ asked::tsquery
$$;
