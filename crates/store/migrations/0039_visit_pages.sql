-- Pages of a website on which its customer was in this visit, the oldest first. Gone with the contact.
create table visit_pages (
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  place bigint not null,
  address text not null,
  title text,
  at_us bigint not null,
  primary key (organisation_id, customer_id, place),
  foreign key (organisation_id, customer_id) references customers
);
