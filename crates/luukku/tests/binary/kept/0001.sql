-- A desk as the first schema kept it: five visitors, one of them in the queue, one who waits for a second answer, one who
-- left a message; two agents, a file, a note, a draft. Made through the API and dumped; never made anew, because
-- every later Luukku has to open it. The kept visitors' secrets are "kept visitor 1" and so on, filled up with dots.
BEGIN TRANSACTION;
CREATE TABLE agents (
  organisation_id blob not null references organisations,
  agent_id blob not null,
  name text not null,
  first_name text not null,
  email text not null,
  email_folded text not null,
  password_hash text,
  role text not null,
  slots integer not null,
  languages text not null,
  active integer not null,
  language text not null,
  sound integer not null,
  notifications integer not null,
  shortcuts integer not null,
  presence text not null,
  presence_since_us integer not null,
  seen_at_us integer not null,
  chosen_presence text,
  claims integer not null,
  created_at_us integer not null,
  primary key (organisation_id, agent_id)
) strict;
INSERT INTO "agents" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B39476A081549B5592BAC6DF','Leena Koski','Leena','leena@luukku.example','leena@luukku.example','$argon2id$v=19$m=19456,t=2,p=1$DJY5G3JV6kwgCSKSq0AcTw$gYY+WNrUPGSzPnNJx5vCgWGzH/bSv7MhmaYAu18yVEE','owner',4,'en',1,'en',1,1,1,'gone',1795429741460507,1795429741460507,NULL,0,1795429741460507);
INSERT INTO "agents" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'631F687072234D05B7FD10912EEF1DB0','Aino Aalto','Aino','aino@luukku.example','aino@luukku.example','$argon2id$v=19$m=19456,t=2,p=1$uuDPnOTylE7IhXZIpxKL1w$hMG+OySbZIeXrX3bh6CSdxLsumjvwJbRxW4ToIVAKgc','agent',4,'fi',1,'en',1,1,1,'away',1795429741613601,1795429741613601,'away',0,1795429741496749);
CREATE TABLE api_tokens (
  organisation_id blob not null,
  api_token_id blob not null,
  agent_id blob not null,
  name text not null,
  secret_hash blob not null,
  scopes text not null,
  created_at_us integer not null,
  expires_at_us integer,
  used_at_us integer,
  primary key (organisation_id, api_token_id),
  foreign key (organisation_id, agent_id) references agents
) strict;
INSERT INTO "api_tokens" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3E6748FBCA1E44454FCA685',X'01A207F3B39476A081549B5592BAC6DF','Raportti',X'B82A2CB5DF18966F53B3E01CC7BE1DAE948ECB9503D14BC7D313FE59CC3EDC7B','read_cases',1795429741542431,NULL,NULL);
CREATE TABLE attachments (
  organisation_id blob not null references organisations,
  attachment_id blob not null,
  client_id blob not null,
  customer_id blob,
  agent_id blob,
  case_id blob,
  message_id blob,
  place integer not null,
  name text not null,
  media_type text not null,
  size_bytes integer not null,
  shown text not null,
  width integer,
  height integer,
  sha256 blob not null,
  created_at_us integer not null,
  primary key (organisation_id, attachment_id)
) strict;
INSERT INTO "attachments" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'F8944F4CD0124731A4EB482F88C6EC31',X'01A207F3B3947363961A5FC3A931AB53',X'01A207F3B3EA7A27832D2C245F5DDD90',NULL,X'01A207F3B3EA744A9022DF0AD55D9E93',X'B41F5B8DF65A41109439599024FA098C',0,'ohje.pdf','application/pdf',77,'download',NULL,NULL,X'8C82D6DB44FD6F03BAEA5D3B40CFD712E0900735200784D78DF485759E22574E',1795429741559879);
CREATE TABLE audit (
  organisation_id blob not null,
  audit_id blob not null,
  at_us integer not null,
  agent_id blob,
  name text not null,
  act text not null,
  object text not null,
  address text not null,
  primary key (organisation_id, audit_id)
) strict;
INSERT INTO "audit" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3B175BB83D800E1FBB4C26D',1795429741489848,X'01A207F3B39476A081549B5592BAC6DF','Leena Koski','set_up','Koetupa','127.0.0.1');
INSERT INTO "audit" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3B87CFFB4758034C3BFD7D0',1795429741496803,X'01A207F3B39476A081549B5592BAC6DF','Leena Koski','agent_invited','Aino Aalto','127.0.0.1');
INSERT INTO "audit" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3C07AF8BD602845C01A0A5A',1795429741504741,X'01A207F3B39476A081549B5592BAC6DF','Leena Koski','team_changed','Koetupa','127.0.0.1');
INSERT INTO "audit" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3E17130A40EEC3EEFF5E742',1795429741537608,X'631F687072234D05B7FD10912EEF1DB0','Aino Aalto','password_chosen','','127.0.0.1');
INSERT INTO "audit" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3E67E18B18708C3E111E4A1',1795429741542471,X'01A207F3B39476A081549B5592BAC6DF','Leena Koski','api_token_made','Raportti','127.0.0.1');
CREATE TABLE cases (
  organisation_id blob not null references organisations,
  case_id blob not null,
  client_id blob not null,
  customer_id blob not null,
  number integer not null,
  state text not null,
  subject text,
  owner_id blob,
  team_id blob,
  seq integer not null,
  public_seq integer not null,
  opened_at_us integer not null,
  changed_at_us integer not null,
  solved_at_us integer,
  last_words text,
  last_words_by text,
  last_words_at_us integer,
  unread integer not null,
  desk_read_seq integer not null,
  customer_read_seq integer not null,
  contact_id blob not null,
  primary key (organisation_id, case_id),
  foreign key (organisation_id, client_id) references clients,
  foreign key (organisation_id, customer_id) references customers
) strict;
INSERT INTO "cases" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3EA744A9022DF0AD55D9E93',X'01A207F3B3947363961A5FC3A931AB53',X'01A207F3B3EA7A27832D2C245F5DDD90',1,'solved','Kirjautuminen',X'631F687072234D05B7FD10912EEF1DB0',NULL,13,8,1795429741546727,1795429741571951,1795429741569822,'Kiitos.','agent',1795429741567410,0,10,0,X'0E9D2A21C610418FB5D71132AE743B37');
INSERT INTO "cases" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B40674678B499B03FC6128AE',X'01A207F3B3947363961A5FC3A931AB53',X'01A207F3B40670EC8CF5B0AA53CAC2B7',2,'open',NULL,X'631F687072234D05B7FD10912EEF1DB0',NULL,8,5,1795429741574066,1795429741582812,NULL,'Selvitän.','agent',1795429741582812,0,7,2,X'9C27921BC5B648D18734F65731163041');
INSERT INTO "cases" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B414703EBE0B4F95A3799E02',X'01A207F3B3947363961A5FC3A931AB53',X'01A207F3B4147A27A555C54427657698',3,'new',NULL,NULL,NULL,3,2,1795429741588871,1795429741588871,NULL,'Odotan jonossa','customer',1795429741588871,1,0,0,X'EBE36866295942298D4677A8CE7DCAE8');
INSERT INTO "cases" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B4197E6BA596C40242DF7DA8',X'01A207F3B3947363961A5FC3A931AB53',X'01A207F3B419721DB78A0AA523F7ABCF',4,'open',NULL,X'631F687072234D05B7FD10912EEF1DB0',NULL,12,8,1795429741593077,1795429741610610,NULL,'Ei toimi vieläkään','customer',1795429741610610,1,6,0,X'F1EA535FEEC54D1C9F0578A350E867E9');
INSERT INTO "cases" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B81878E4A8C7E86B110A7CF1',X'01A207F3B3947363961A5FC3A931AB53',X'01A207F3B8187B588FDA049D12ED7408',5,'new',NULL,NULL,NULL,3,2,1795429742616685,1795429742616685,NULL,'Jätän viestin','customer',1795429742616685,1,0,0,X'CEFB635C91054C2383E426814F1014CB');
CREATE TABLE clients (
  organisation_id blob not null references organisations,
  client_id blob not null,
  widget_id text not null,
  name text not null,
  desk_name text,
  languages text not null,
  colour text,
  time_zone text not null,
  week text not null,
  exceptions text not null,
  closed_by_hand integer not null,
  queue_ceiling integer not null,
  answer_target_s integer not null,
  silence_min integer not null,
  thanks_grace_min integer not null,
  websites text not null,
  greeting_fi text not null,
  greeting_sv text not null,
  greeting_en text not null,
  queue_turn integer not null,
  created_at_us integer not null,
  primary key (organisation_id, client_id)
) strict;
INSERT INTO "clients" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3947363961A5FC3A931AB53','1MW9u1PjcvWb0JSt','Kauppa',NULL,'fi sv',NULL,'Europe/Helsinki','[[{"from_minute":0,"to_minute":1440}],[{"from_minute":0,"to_minute":1440}],[{"from_minute":0,"to_minute":1440}],[{"from_minute":0,"to_minute":1440}],[{"from_minute":0,"to_minute":1440}],[{"from_minute":0,"to_minute":1440}],[{"from_minute":0,"to_minute":1440}]]','[]',0,10,60,15,1440,'["http://localhost:7999"]','','','',7,1795429741460507);
CREATE TABLE contacts (
  organisation_id blob not null references organisations,
  contact_id blob not null,
  case_id blob not null,
  client_id blob not null,
  channel text not null,
  state text not null,
  language text not null,
  started_at_us integer not null,
  waiting_since_us integer not null,
  held_by blob,
  luukku integer,
  for_team blob,
  taken_at_us integer,
  answer_target_s integer not null,
  answered_at_us integer,
  customer_waits_since_us integer,
  turn_since_us integer not null,
  last_said_at_us integer not null,
  ended_at_us integer,
  ended_by text,
  start_page text,
  start_title text,
  referrer text,
  primary key (organisation_id, contact_id),
  foreign key (organisation_id, case_id) references cases
) strict;
INSERT INTO "contacts" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'0E9D2A21C610418FB5D71132AE743B37',X'01A207F3B3EA744A9022DF0AD55D9E93',X'01A207F3B3947363961A5FC3A931AB53','chat','ended','fi',1795429741546727,1795429741546727,X'631F687072234D05B7FD10912EEF1DB0',NULL,NULL,1795429741552198,60,1795429741554856,NULL,1795429741569822,1795429741567410,1795429741569822,'agent','https://www.example.fi/tuotteet','Tuotteet',NULL);
INSERT INTO "contacts" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'9C27921BC5B648D18734F65731163041',X'01A207F3B40674678B499B03FC6128AE',X'01A207F3B3947363961A5FC3A931AB53','chat','taken','fi',1795429741574066,1795429741574066,X'631F687072234D05B7FD10912EEF1DB0',1,NULL,1795429741578242,60,1795429741582812,NULL,1795429741582812,1795429741582812,NULL,NULL,'https://www.example.fi/tuotteet','Tuotteet',NULL);
INSERT INTO "contacts" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'EBE36866295942298D4677A8CE7DCAE8',X'01A207F3B414703EBE0B4F95A3799E02',X'01A207F3B3947363961A5FC3A931AB53','chat','waiting','fi',1795429741588871,1795429741588871,NULL,NULL,NULL,NULL,60,NULL,1795429741588871,1795429741588871,1795429741588871,NULL,NULL,'https://www.example.fi/tuotteet','Tuotteet',NULL);
INSERT INTO "contacts" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'6A98D79163FC4057956F40D7696E06D5',X'01A207F3B4197E6BA596C40242DF7DA8',X'01A207F3B3947363961A5FC3A931AB53','chat','ended','fi',1795429741593077,1795429741593077,X'631F687072234D05B7FD10912EEF1DB0',NULL,NULL,1795429741597067,60,1795429741600083,NULL,1795429741603318,1795429741600083,1795429741603318,'agent','https://www.example.fi/tuotteet','Tuotteet',NULL);
INSERT INTO "contacts" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'F1EA535FEEC54D1C9F0578A350E867E9',X'01A207F3B4197E6BA596C40242DF7DA8',X'01A207F3B3947363961A5FC3A931AB53','chat','waiting','fi',1795429741610610,1795429741610610,NULL,NULL,NULL,NULL,60,NULL,1795429741610610,1795429741610610,1795429741610610,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "contacts" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'CEFB635C91054C2383E426814F1014CB',X'01A207F3B81878E4A8C7E86B110A7CF1',X'01A207F3B3947363961A5FC3A931AB53','message','waiting','sv',1795429742616685,1795429742616685,NULL,NULL,NULL,NULL,60,NULL,1795429742616685,1795429742616685,1795429742616685,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE customers (
  organisation_id blob not null references organisations,
  customer_id blob not null,
  client_id blob not null,
  visitor_number integer not null,
  name text,
  email text,
  secret_hash blob,
  created_at_us integer not null,
  primary key (organisation_id, customer_id),
  foreign key (organisation_id, client_id) references clients
) strict;
INSERT INTO "customers" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3EA7A27832D2C245F5DDD90',X'01A207F3B3947363961A5FC3A931AB53',1,NULL,NULL,X'365F47DED4C43C2093E272AB311515B4502F3F1A87EA39537F77A58DCBAB9CB8',1795429741546727);
INSERT INTO "customers" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B40670EC8CF5B0AA53CAC2B7',X'01A207F3B3947363961A5FC3A931AB53',2,NULL,NULL,X'CC6E73411257D50D306909AEE30A070E11A9FD7CC5E7CCA2C635061CA15ADF6F',1795429741574066);
INSERT INTO "customers" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B4147A27A555C54427657698',X'01A207F3B3947363961A5FC3A931AB53',3,NULL,NULL,X'D38497F366FDDF49515910FE876BD9EAF280C0FD23B5DA6D9358BDDE9D8B2609',1795429741588871);
INSERT INTO "customers" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B419721DB78A0AA523F7ABCF',X'01A207F3B3947363961A5FC3A931AB53',4,NULL,NULL,X'99FCD217AB4A5B605DEBB7DD72BC9B85610BA746CB80EBA16FFC6490321730C0',1795429741593077);
INSERT INTO "customers" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B8187B588FDA049D12ED7408',X'01A207F3B3947363961A5FC3A931AB53',5,NULL,'kavija@luukku.example',X'3C07938CC9A4493FE805FCB9E9D7484C794B3979AD8B7FC0FC21F73DB6FECCCA',1795429742616685);
CREATE TABLE drafts (
  organisation_id blob not null references organisations,
  agent_id blob not null,
  case_id blob not null,
  text text not null,
  is_note integer not null,
  at_us integer not null,
  primary key (organisation_id, agent_id, case_id),
  foreign key (organisation_id, agent_id) references agents,
  foreign key (organisation_id, case_id) references cases
) strict;
INSERT INTO "drafts" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'631F687072234D05B7FD10912EEF1DB0',X'01A207F3B40674678B499B03FC6128AE','Paketti on',0,1795429741585087);
CREATE TABLE events (
  organisation_id blob not null references organisations,
  case_id blob not null,
  seq integer not null,
  public_seq integer,
  at_us integer not null,
  body text not null,
  primary key (organisation_id, case_id, seq),
  foreign key (organisation_id, case_id) references cases
) strict;
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3EA744A9022DF0AD55D9E93',1,NULL,1795429741546727,'{"kind":"case_opened","client":"01a207f3-b394-7363-961a-5fc3a931ab53","customer":"01a207f3-b3ea-7a27-832d-2c245f5ddd90","number":1}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3EA744A9022DF0AD55D9E93',2,1,1795429741546727,'{"kind":"contact_started","contact":"0e9d2a21-c610-418f-b5d7-1132ae743b37","channel":"chat","language":"fi","answer_target_ms":60000,"start_page":"https://www.example.fi/tuotteet","start_title":"Tuotteet","referrer":null}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3EA744A9022DF0AD55D9E93',3,2,1795429741546727,'{"kind":"received","contact":"0e9d2a21-c610-418f-b5d7-1132ae743b37","message":"fae4f6f5-a792-48b8-a954-6ca75eee464b"}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3EA744A9022DF0AD55D9E93',4,3,1795429741552198,'{"kind":"taken","contact":"0e9d2a21-c610-418f-b5d7-1132ae743b37","by":"631f6870-7223-4d05-b7fd-10912eef1db0","luukku":1}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3EA744A9022DF0AD55D9E93',5,NULL,1795429741552198,'{"kind":"owner_changed","from":null,"to":"631f6870-7223-4d05-b7fd-10912eef1db0","by":null}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3EA744A9022DF0AD55D9E93',6,4,1795429741554856,'{"kind":"replied","contact":"0e9d2a21-c610-418f-b5d7-1132ae743b37","message":"92b95a10-b72c-4a74-a2f0-6b4d3b843d83","by":"631f6870-7223-4d05-b7fd-10912eef1db0"}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3EA744A9022DF0AD55D9E93',7,NULL,1795429741554856,'{"kind":"state_changed","from":"new","to":"open","by":null}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3EA744A9022DF0AD55D9E93',8,NULL,1795429741557139,'{"kind":"noted","note":"a9785e17-7efc-4f56-bb5a-9b7fab4b5c4e","by":"631f6870-7223-4d05-b7fd-10912eef1db0"}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3EA744A9022DF0AD55D9E93',9,5,1795429741562500,'{"kind":"received","contact":"0e9d2a21-c610-418f-b5d7-1132ae743b37","message":"b41f5b8d-f65a-4110-9439-599024fa098c"}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3EA744A9022DF0AD55D9E93',10,6,1795429741567410,'{"kind":"replied","contact":"0e9d2a21-c610-418f-b5d7-1132ae743b37","message":"f195dc40-ae73-4bb3-9d4c-7fd1f35788fa","by":"631f6870-7223-4d05-b7fd-10912eef1db0"}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3EA744A9022DF0AD55D9E93',11,7,1795429741569822,'{"kind":"contact_ended","contact":"0e9d2a21-c610-418f-b5d7-1132ae743b37","by":"agent","agent":"631f6870-7223-4d05-b7fd-10912eef1db0"}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3EA744A9022DF0AD55D9E93',12,8,1795429741569822,'{"kind":"state_changed","from":"open","to":"solved","by":"631f6870-7223-4d05-b7fd-10912eef1db0"}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3EA744A9022DF0AD55D9E93',13,NULL,1795429741571951,'{"kind":"subject_changed","subject":"Kirjautuminen","by":"631f6870-7223-4d05-b7fd-10912eef1db0"}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B40674678B499B03FC6128AE',1,NULL,1795429741574066,'{"kind":"case_opened","client":"01a207f3-b394-7363-961a-5fc3a931ab53","customer":"01a207f3-b406-70ec-8cf5-b0aa53cac2b7","number":2}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B40674678B499B03FC6128AE',2,1,1795429741574066,'{"kind":"contact_started","contact":"9c27921b-c5b6-48d1-8734-f65731163041","channel":"chat","language":"fi","answer_target_ms":60000,"start_page":"https://www.example.fi/tuotteet","start_title":"Tuotteet","referrer":null}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B40674678B499B03FC6128AE',3,2,1795429741574066,'{"kind":"received","contact":"9c27921b-c5b6-48d1-8734-f65731163041","message":"936bfbf3-500a-4b01-9727-8bcb2687aa8e"}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B40674678B499B03FC6128AE',4,3,1795429741578242,'{"kind":"taken","contact":"9c27921b-c5b6-48d1-8734-f65731163041","by":"631f6870-7223-4d05-b7fd-10912eef1db0","luukku":1}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B40674678B499B03FC6128AE',5,NULL,1795429741578242,'{"kind":"owner_changed","from":null,"to":"631f6870-7223-4d05-b7fd-10912eef1db0","by":null}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B40674678B499B03FC6128AE',6,4,1795429741580619,'{"kind":"received","contact":"9c27921b-c5b6-48d1-8734-f65731163041","message":"0ccd75b7-16e4-46c8-adb7-ea558f6aab31"}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B40674678B499B03FC6128AE',7,5,1795429741582812,'{"kind":"replied","contact":"9c27921b-c5b6-48d1-8734-f65731163041","message":"5e00a14b-12c7-455e-ab2c-b9b70c26d1f1","by":"631f6870-7223-4d05-b7fd-10912eef1db0"}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B40674678B499B03FC6128AE',8,NULL,1795429741582812,'{"kind":"state_changed","from":"new","to":"open","by":null}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B414703EBE0B4F95A3799E02',1,NULL,1795429741588871,'{"kind":"case_opened","client":"01a207f3-b394-7363-961a-5fc3a931ab53","customer":"01a207f3-b414-7a27-a555-c54427657698","number":3}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B414703EBE0B4F95A3799E02',2,1,1795429741588871,'{"kind":"contact_started","contact":"ebe36866-2959-4229-8d46-77a8ce7dcae8","channel":"chat","language":"fi","answer_target_ms":60000,"start_page":"https://www.example.fi/tuotteet","start_title":"Tuotteet","referrer":null}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B414703EBE0B4F95A3799E02',3,2,1795429741588871,'{"kind":"received","contact":"ebe36866-2959-4229-8d46-77a8ce7dcae8","message":"b0d18ff3-4432-4d0b-b389-50b5bfb82047"}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B4197E6BA596C40242DF7DA8',1,NULL,1795429741593077,'{"kind":"case_opened","client":"01a207f3-b394-7363-961a-5fc3a931ab53","customer":"01a207f3-b419-721d-b78a-0aa523f7abcf","number":4}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B4197E6BA596C40242DF7DA8',2,1,1795429741593077,'{"kind":"contact_started","contact":"6a98d791-63fc-4057-956f-40d7696e06d5","channel":"chat","language":"fi","answer_target_ms":60000,"start_page":"https://www.example.fi/tuotteet","start_title":"Tuotteet","referrer":null}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B4197E6BA596C40242DF7DA8',3,2,1795429741593077,'{"kind":"received","contact":"6a98d791-63fc-4057-956f-40d7696e06d5","message":"029e0416-7341-4e2e-8821-5cc3e94530d4"}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B4197E6BA596C40242DF7DA8',4,3,1795429741597067,'{"kind":"taken","contact":"6a98d791-63fc-4057-956f-40d7696e06d5","by":"631f6870-7223-4d05-b7fd-10912eef1db0","luukku":2}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B4197E6BA596C40242DF7DA8',5,NULL,1795429741597067,'{"kind":"owner_changed","from":null,"to":"631f6870-7223-4d05-b7fd-10912eef1db0","by":null}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B4197E6BA596C40242DF7DA8',6,4,1795429741600083,'{"kind":"replied","contact":"6a98d791-63fc-4057-956f-40d7696e06d5","message":"567b271d-805d-48a6-b393-a734c96529e7","by":"631f6870-7223-4d05-b7fd-10912eef1db0"}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B4197E6BA596C40242DF7DA8',7,NULL,1795429741600083,'{"kind":"state_changed","from":"new","to":"open","by":null}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B4197E6BA596C40242DF7DA8',8,5,1795429741603318,'{"kind":"contact_ended","contact":"6a98d791-63fc-4057-956f-40d7696e06d5","by":"agent","agent":"631f6870-7223-4d05-b7fd-10912eef1db0"}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B4197E6BA596C40242DF7DA8',9,6,1795429741603318,'{"kind":"state_changed","from":"open","to":"solved","by":"631f6870-7223-4d05-b7fd-10912eef1db0"}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B4197E6BA596C40242DF7DA8',10,NULL,1795429741610610,'{"kind":"state_changed","from":"solved","to":"open","by":null}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B4197E6BA596C40242DF7DA8',11,7,1795429741610610,'{"kind":"contact_started","contact":"f1ea535f-eec5-4d1c-9f05-78a350e867e9","channel":"chat","language":"fi","answer_target_ms":60000,"start_page":null,"start_title":null,"referrer":null}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B4197E6BA596C40242DF7DA8',12,8,1795429741610610,'{"kind":"received","contact":"f1ea535f-eec5-4d1c-9f05-78a350e867e9","message":"f1ea535f-eec5-4d1c-9f05-78a350e867e9"}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B81878E4A8C7E86B110A7CF1',1,NULL,1795429742616685,'{"kind":"case_opened","client":"01a207f3-b394-7363-961a-5fc3a931ab53","customer":"01a207f3-b818-7b58-8fda-049d12ed7408","number":5}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B81878E4A8C7E86B110A7CF1',2,1,1795429742616685,'{"kind":"contact_started","contact":"cefb635c-9105-4c23-83e4-26814f1014cb","channel":"message","language":"sv","answer_target_ms":60000,"start_page":null,"start_title":null,"referrer":null}');
INSERT INTO "events" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B81878E4A8C7E86B110A7CF1',3,2,1795429742616685,'{"kind":"received","contact":"cefb635c-9105-4c23-83e4-26814f1014cb","message":"68a74970-18df-4eaa-9064-5c81251681bd"}');
CREATE TABLE invitations (
  organisation_id blob not null,
  secret_hash blob not null,
  agent_id blob not null,
  expires_at_us integer not null,
  primary key (organisation_id, secret_hash),
  foreign key (organisation_id, agent_id) references agents
) strict;
CREATE TABLE messages (
  organisation_id blob not null references organisations,
  message_id blob not null,
  case_id blob not null,
  seq integer not null,
  contact_id blob not null,
  author text not null,
  agent_id blob,
  at_us integer not null,
  text text not null,
  masked text not null,
  attachments integer not null,
  primary key (organisation_id, message_id),
  foreign key (organisation_id, case_id) references cases
) strict;
INSERT INTO "messages" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'FAE4F6F5A79248B8A9546CA75EEE464B',X'01A207F3B3EA744A9022DF0AD55D9E93',3,X'0E9D2A21C610418FB5D71132AE743B37','customer',NULL,1795429741546727,'Hei, tunnukseni on ●●●●●●-●●●● 🙂','personal_identity_code',0);
INSERT INTO "messages" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'92B95A10B72C4A74A2F06B4D3B843D83',X'01A207F3B3EA744A9022DF0AD55D9E93',6,X'0E9D2A21C610418FB5D71132AE743B37','agent',X'631F687072234D05B7FD10912EEF1DB0',1795429741554856,'Hei! Katson.','',0);
INSERT INTO "messages" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'B41F5B8DF65A41109439599024FA098C',X'01A207F3B3EA744A9022DF0AD55D9E93',9,X'0E9D2A21C610418FB5D71132AE743B37','customer',NULL,1795429741562500,'Tässä ohje','',1);
INSERT INTO "messages" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'F195DC40AE734BB39D4C7FD1F35788FA',X'01A207F3B3EA744A9022DF0AD55D9E93',10,X'0E9D2A21C610418FB5D71132AE743B37','agent',X'631F687072234D05B7FD10912EEF1DB0',1795429741567410,'Kiitos.','',0);
INSERT INTO "messages" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'936BFBF3500A4B0197278BCB2687AA8E',X'01A207F3B40674678B499B03FC6128AE',3,X'9C27921BC5B648D18734F65731163041','customer',NULL,1795429741574066,'Missä pakettini on?','',0);
INSERT INTO "messages" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'0CCD75B716E446C8ADB7EA558F6AAB31',X'01A207F3B40674678B499B03FC6128AE',6,X'9C27921BC5B648D18734F65731163041','customer',NULL,1795429741580619,'Tilaus 4711','',0);
INSERT INTO "messages" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'5E00A14B12C7455EAB2CB9B70C26D1F1',X'01A207F3B40674678B499B03FC6128AE',7,X'9C27921BC5B648D18734F65731163041','agent',X'631F687072234D05B7FD10912EEF1DB0',1795429741582812,'Selvitän.','',0);
INSERT INTO "messages" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'B0D18FF344324D0BB38950B5BFB82047',X'01A207F3B414703EBE0B4F95A3799E02',3,X'EBE36866295942298D4677A8CE7DCAE8','customer',NULL,1795429741588871,'Odotan jonossa','',0);
INSERT INTO "messages" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'029E041673414E2E88215CC3E94530D4',X'01A207F3B4197E6BA596C40242DF7DA8',3,X'6A98D79163FC4057956F40D7696E06D5','customer',NULL,1795429741593077,'Ratkaistu ja avattu','',0);
INSERT INTO "messages" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'567B271D805D48A6B393A734C96529E7',X'01A207F3B4197E6BA596C40242DF7DA8',6,X'6A98D79163FC4057956F40D7696E06D5','agent',X'631F687072234D05B7FD10912EEF1DB0',1795429741600083,'Valmis.','',0);
INSERT INTO "messages" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'F1EA535FEEC54D1C9F0578A350E867E9',X'01A207F3B4197E6BA596C40242DF7DA8',12,X'F1EA535FEEC54D1C9F0578A350E867E9','customer',NULL,1795429741610610,'Ei toimi vieläkään','',0);
INSERT INTO "messages" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'68A7497018DF4EAA90645C81251681BD',X'01A207F3B81878E4A8C7E86B110A7CF1',3,X'CEFB635C91054C2383E426814F1014CB','customer',NULL,1795429742616685,'Jätän viestin','',0);
CREATE TABLE notes (
  organisation_id blob not null references organisations,
  note_id blob not null,
  case_id blob not null,
  seq integer not null,
  agent_id blob not null,
  at_us integer not null,
  text text not null,
  primary key (organisation_id, note_id),
  foreign key (organisation_id, case_id) references cases
) strict;
INSERT INTO "notes" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'A9785E177EFC4F56BB5A9B7FAB4B5C4E',X'01A207F3B3EA744A9022DF0AD55D9E93',8,X'631F687072234D05B7FD10912EEF1DB0',1795429741557139,'Soitti eilen.');
CREATE TABLE organisations (
  organisation_id blob not null primary key,
  name text not null,
  epoch text not null,
  last_case_number integer not null,
  last_visitor_number integer not null,
  created_at_us integer not null
) strict;
INSERT INTO "organisations" VALUES(X'01A207F3B38070628EC9BC0C206D9583','Koetupa','01a207f3b3947953be1b5f6f45b9c3bd',5,5,1795429741460507);
CREATE TABLE schema_migrations (
    number integer not null primary key,
    name text not null,
    applied_at_us integer not null
) strict;
INSERT INTO "schema_migrations" VALUES(1,'first',1795429741435113);
CREATE TABLE sessions (
  organisation_id blob not null,
  session_id blob not null,
  agent_id blob not null,
  secret_hash blob not null,
  browser text not null,
  address text not null,
  signed_in_at_us integer not null,
  used_at_us integer not null,
  expires_at_us integer not null,
  primary key (organisation_id, session_id),
  foreign key (organisation_id, agent_id) references agents
) strict;
INSERT INTO "sessions" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3B17CAA9837267428ED56C8',X'01A207F3B39476A081549B5592BAC6DF',X'0C538D3787D3CABE85DC348AE86695A8509E241D0DBC5C5ACCB8B43913FC2734','','127.0.0.1',1795429741489742,1795429741489742,1798021741489742);
INSERT INTO "sessions" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3E173A481F9481569CF2D80',X'631F687072234D05B7FD10912EEF1DB0',X'5D2EE0D6835EFB967231A0944C3585BBF05FFF8478BE4FAF7B7F9B4EE166EE5B','','127.0.0.1',1795429741537630,1795429741537630,1798021741537630);
CREATE TABLE set_up (
  organisation_id blob not null primary key,
  secret_hash blob not null,
  created_at_us integer not null
) strict;
CREATE TABLE team_clients (
  organisation_id blob not null,
  team_id blob not null,
  client_id blob not null,
  primary key (organisation_id, team_id, client_id),
  foreign key (organisation_id, team_id) references teams,
  foreign key (organisation_id, client_id) references clients
) strict;
INSERT INTO "team_clients" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3947DA4BCC721D67EC5AC8E',X'01A207F3B3947363961A5FC3A931AB53');
CREATE TABLE team_members (
  organisation_id blob not null,
  team_id blob not null,
  agent_id blob not null,
  primary key (organisation_id, team_id, agent_id),
  foreign key (organisation_id, team_id) references teams,
  foreign key (organisation_id, agent_id) references agents
) strict;
INSERT INTO "team_members" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3947DA4BCC721D67EC5AC8E',X'01A207F3B39476A081549B5592BAC6DF');
INSERT INTO "team_members" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3947DA4BCC721D67EC5AC8E',X'631F687072234D05B7FD10912EEF1DB0');
CREATE TABLE teams (
  organisation_id blob not null references organisations,
  team_id blob not null,
  name text not null,
  created_at_us integer not null,
  primary key (organisation_id, team_id)
) strict;
INSERT INTO "teams" VALUES(X'01A207F3B38070628EC9BC0C206D9583',X'01A207F3B3947DA4BCC721D67EC5AC8E','Koetupa',1795429741460507);
CREATE UNIQUE INDEX clients_by_widget on clients (organisation_id, widget_id);
CREATE UNIQUE INDEX agents_by_email on agents (organisation_id, email_folded);
CREATE UNIQUE INDEX sessions_by_secret on sessions (organisation_id, secret_hash);
CREATE INDEX sessions_by_agent on sessions (organisation_id, agent_id);
CREATE UNIQUE INDEX api_tokens_by_secret on api_tokens (organisation_id, secret_hash);
CREATE INDEX audit_by_time on audit (organisation_id, at_us, audit_id);
CREATE UNIQUE INDEX customers_by_secret on customers (organisation_id, client_id, secret_hash);
CREATE UNIQUE INDEX cases_by_number on cases (organisation_id, number);
CREATE INDEX cases_by_change on cases (organisation_id, changed_at_us, case_id);
CREATE INDEX cases_by_client on cases (organisation_id, client_id, changed_at_us, case_id);
CREATE INDEX cases_by_state on cases (organisation_id, state, changed_at_us, case_id);
CREATE INDEX cases_by_owner on cases (organisation_id, owner_id, changed_at_us, case_id);
CREATE INDEX cases_by_customer on cases (organisation_id, customer_id, opened_at_us);
CREATE INDEX contacts_by_case on contacts (organisation_id, case_id, started_at_us);
CREATE INDEX contacts_waiting on contacts (organisation_id, state, client_id, waiting_since_us);
CREATE INDEX contacts_held on contacts (organisation_id, held_by, state);
CREATE INDEX contacts_started on contacts (organisation_id, client_id, started_at_us);
CREATE INDEX contacts_answered on contacts (organisation_id, client_id, answered_at_us);
CREATE INDEX events_public on events (organisation_id, case_id, public_seq);
CREATE INDEX messages_by_case on messages (organisation_id, case_id, seq);
CREATE INDEX notes_by_case on notes (organisation_id, case_id, seq);
CREATE INDEX attachments_by_message on attachments (organisation_id, message_id, place);
CREATE INDEX attachments_unsent on attachments (organisation_id, case_id, created_at_us);
COMMIT;
