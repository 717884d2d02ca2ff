-- Addresses as they are compared: NFKC and lower case of every script, whatever the locale of the database is, where
-- lower() alone knows ASCII only. The stored address has a readable domain, so this equals nameKey of server/platform/names.
-- rewrite-names.ts follows: it needs punycode, and brings stored names into that form.
alter table contacts add column email_key text not null
  generated always as (normalize(lower(normalize(email, nfkc) collate "pg_unicode_fast"), nfkc)) stored;
alter table users add column email_to_key text
  generated always as (normalize(lower(normalize(email_to, nfkc) collate "pg_unicode_fast"), nfkc)) stored;

drop index contacts_email;
create index contacts_email on contacts (email_key);
drop index users_email_to;
create index users_email_to on users (email_to_key) where email_to_key is not null;
