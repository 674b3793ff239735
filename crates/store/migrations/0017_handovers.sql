-- Who came to the customer last, and how often that was another person than before.
alter table cases add column with_agent uuid;
alter table cases add column handovers bigint not null default 0;
update cases set with_agent = (select m.agent_id from messages m
 where m.organisation_id = cases.organisation_id and m.case_id = cases.case_id and m.author = 'agent' order by m.seq desc limit 1);
