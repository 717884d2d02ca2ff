-- Another system finds its visit again by its own number, whatever day the visit moves to.
alter table visits add column reference text check (reference <> '');
create unique index visits_reference on visits (reference);
create index visits_account on visits (account_id, at);
