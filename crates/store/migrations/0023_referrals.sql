-- Where the customer of a case was sent, while the case is solved by that; place and remedy are labels of its client.
alter table cases add column referral_reason text;
alter table cases add column referral_place uuid;
alter table cases add column referral_remedy uuid;
-- Cases that are over, by when: when it was solved, or when one that is closed last changed.
create index cases_by_end on cases (organisation_id, client_id, (coalesce(solved_at_us, changed_at_us))) where state in ('solved', 'closed');
