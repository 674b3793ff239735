-- Whether a customer is on the website: since when, or when they left. One of the two, or neither when their chat was never heard.
alter table customers add column on_page_since_us bigint;
alter table customers add column left_page_at_us bigint;
create index customers_on_page on customers (organisation_id, customer_id) where on_page_since_us is not null;
