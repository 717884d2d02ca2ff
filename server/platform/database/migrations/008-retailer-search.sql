-- A search finds parts of words in tens of thousands of retailers: trigrams, of what is compared.
alter table retailers add column search_text text generated always as
  (lower(name) || ' ' || lower(account_number)) stored not null;
create index retailers_search on retailers using gin (search_text gin_trgm_ops);
create index retailers_name on retailers (lower(name), id);
