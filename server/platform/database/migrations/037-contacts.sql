-- Contacts are found by their own words and by those of their retailer, across two tables and with accents folded. The
-- words have a table of their own: a change of them would otherwise send the contact to every device again.
create function fold_words(words text) returns text language sql immutable parallel safe as $$
  select replace(replace(replace(translate(normalize(
    regexp_replace(normalize(lower(normalize(words, nfkd) collate "pg_unicode_fast"), nfkd), '[\u0300-\u036f]', '', 'g'),
    nfc), 'øłđħı', 'oldhi'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe')
$$;

create table contact_search (
  account_id uuid primary key references contacts on delete cascade,
  words text not null,
  name_key text not null,
  retailer_key text not null
);

-- Locks the rows first, and reads after that: of two concurrent changes the second one sees the first.
create function write_contact_search(ids uuid[]) returns void language plpgsql as $$
begin
  perform 1 from contact_search where account_id = any(ids) order by account_id for update;
  insert into contact_search (account_id, words, name_key, retailer_key)
  select c.account_id,
    fold_words(concat_ws(' ', a.given_name, a.family_name, a.username, c.email, c.phone,
      regexp_replace(c.phone, '\D', '', 'g'), r.name, r.account_number, r.town)),
    fold_words(concat_ws(' ', a.family_name, a.given_name, a.username)), fold_words(r.name)
  from contacts c join accounts a on a.id = c.account_id join retailers r on r.id = c.retailer_id
  where c.account_id = any(ids)
  on conflict (account_id) do update
    set words = excluded.words, name_key = excluded.name_key, retailer_key = excluded.retailer_key;
end $$;

create function contact_search_of_contact() returns trigger language plpgsql as $$
begin
  -- A retailer that is renamed meanwhile doesn't see this contact yet.
  perform 1 from retailers where id = new.retailer_id for share;
  perform write_contact_search(array[new.account_id]);
  return null;
end $$;
create trigger contacts_search_added after insert on contacts for each row execute function contact_search_of_contact();
create trigger contacts_search_changed after update of retailer_id, email, phone on contacts for each row
  when ((old.retailer_id, old.email, old.phone) is distinct from (new.retailer_id, new.email, new.phone))
  execute function contact_search_of_contact();

create function contact_search_of_account() returns trigger language plpgsql as $$
begin
  perform write_contact_search(array[new.id]);
  return null;
end $$;
create trigger accounts_contact_search after update of given_name, family_name, username on accounts for each row
  when (new.kind = 'contact' and (old.given_name, old.family_name, old.username)
    is distinct from (new.given_name, new.family_name, new.username))
  execute function contact_search_of_account();

create function contact_search_of_retailer() returns trigger language plpgsql as $$
begin
  perform write_contact_search(array(select account_id from contacts where retailer_id = new.id));
  return null;
end $$;
create trigger retailers_contact_search after update of name, account_number, town on retailers for each row
  when ((old.name, old.account_number, old.town) is distinct from (new.name, new.account_number, new.town))
  execute function contact_search_of_retailer();

select write_contact_search(array(select account_id from contacts));
create index contact_search_words on contact_search using gin (words gin_trgm_ops);
create index contact_search_name on contact_search (name_key, account_id);
create index contact_search_retailer on contact_search (retailer_key, name_key, account_id);

-- Requests are deleted after 90 days, and an invitation is remembered for longer.
alter table accounts add column invited_at timestamptz;
update accounts a set invited_at = r.at
from (select account_id, max(asked_at) as at from reset_requests where purpose = 'invitation' group by account_id) r
where r.account_id = a.id;

-- People who are invited together. Its rows are the queue, and later the result of each person.
create table invitation_rounds (
  id uuid primary key,
  state text not null check (state in ('draft', 'sending', 'done')),
  not_within_days integer not null check (not_within_days between 0 and 90),
  ordered_by uuid not null references accounts on delete cascade,
  network text not null,
  device text not null,
  created_at timestamptz not null,
  started_at timestamptz
);
create index invitation_rounds_newest on invitation_rounds (created_at desc, id desc);

create table invitation_people (
  round_id uuid not null references invitation_rounds on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  name_key text not null,
  outcome text not null check (outcome in ('ready', 'waiting', 'asked', 'left-out')),
  reason text,
  primary key (round_id, account_id),
  check ((outcome = 'left-out') = (reason is not null))
);
create index invitation_people_name on invitation_people (round_id, name_key, account_id);
create index invitation_people_waiting on invitation_people (round_id, account_id) where outcome = 'waiting';
create index invitation_people_account on invitation_people (account_id);

create index targets_month on targets (month);
