-- People and retailers are found by every field that a person would try, with accents folded.
alter table accounts drop column search_text;
alter table accounts add column search_text text generated always as
  (fold_words(username_key || ' ' || given_name || ' ' || family_name)) stored not null;
create index accounts_search on accounts using gin (search_text gin_trgm_ops);

create index users_email_search on users using gin (email_to_key gin_trgm_ops);

-- A phone number and a postcode are also found without their spaces.
alter table retailers drop column search_text;
alter table retailers add column search_text text generated always as
  (fold_words(name || ' ' || account_number || ' ' || address_line || ' ' || town || ' ' || postcode || ' '
    || replace(postcode, ' ', '') || ' ' || phone || ' ' || regexp_replace(phone, '\D', '', 'g'))) stored not null;
create index retailers_search on retailers using gin (search_text gin_trgm_ops);
