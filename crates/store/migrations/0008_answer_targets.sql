-- When the newest wait of a chat was found to be longer than its answer target.
alter table contacts add column target_missed_at_us bigint;
create index contacts_in_time on contacts (organisation_id, customer_waits_since_us)
  where channel = 'chat' and customer_waits_since_us is not null and target_missed_at_us is null;
