-- Customers who ask to be called: what a client lets them, at which number, what they were promised, how often it was tried.
alter table clients add column call_back text;
alter table customers add column phone text;
alter table cases add column promise_from_us bigint;
alter table contacts add column tries bigint not null default 0;
