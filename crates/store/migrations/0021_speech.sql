-- How a client's desk speaks, as JSON; null as long as nobody has said otherwise.
alter table clients add column speech text;
