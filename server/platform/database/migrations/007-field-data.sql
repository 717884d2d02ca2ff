-- What reps work with, and what they bring back. Every row that an app fetches carries the transaction that changed it
-- last: an app asks for what changed after a mark, and below the oldest transaction that still runs, so that no row is
-- skipped however late it commits (docs/decisions/017).
alter table organisation add column currency text not null default 'GBP' check (currency ~ '^[A-Z]{3}$');

alter table retailers
  add column address_line text not null default '',
  add column town text not null default '',
  add column postcode text not null default '',
  add column phone text not null default '',
  add column changed_in bigint not null default 0;

alter table contacts
  add column role text not null default '',
  add column phone text not null default '',
  add column changed_in bigint not null default 0;

create table products (
  id uuid primary key default uuidv7(),
  code text not null unique,
  barcode text not null default '',
  name text not null,
  category text not null,
  unit text not null,
  price_cents integer not null check (price_cents >= 0),
  is_active boolean not null default true,
  changed_in bigint not null default 0
);

-- What one retailer pays for one product, where that is not the usual price.
create table prices (
  id uuid primary key default uuidv7(),
  retailer_id uuid not null references retailers on delete cascade,
  product_id uuid not null references products on delete cascade,
  price_cents integer not null check (price_cents >= 0),
  changed_in bigint not null default 0,
  unique (retailer_id, product_id)
);

create table visits (
  id uuid primary key default uuidv7(),
  account_id uuid not null references users on delete cascade,
  retailer_id uuid not null references retailers on delete cascade,
  at timestamptz not null,
  note text not null default '',
  changed_in bigint not null default 0
);

create table targets (
  id uuid primary key default uuidv7(),
  account_id uuid not null references users on delete cascade,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  amount_cents integer not null,
  sold_cents integer not null default 0,
  changed_in bigint not null default 0,
  unique (account_id, month)
);

-- Orders and quotes. The id is the one that the device made.
create table orders (
  id uuid primary key,
  number text not null unique,
  kind text not null check (kind in ('order', 'quote')),
  retailer_id uuid not null references retailers,
  account_id uuid not null references accounts,
  captured_at timestamptz not null,
  received_at timestamptz not null,
  note text not null,
  total_cents integer not null,
  changed_in bigint not null default 0
);
create index orders_retailer on orders (retailer_id, captured_at desc);
create sequence order_numbers start 100001;

create table order_lines (
  order_id uuid not null references orders on delete cascade,
  place integer not null,
  product_id uuid not null references products,
  quantity integer not null check (quantity > 0),
  price_cents integer not null,
  primary key (order_id, place)
);

create table notes (
  id uuid primary key,
  retailer_id uuid not null references retailers,
  account_id uuid not null references accounts,
  captured_at timestamptz not null,
  text text not null
);

-- Everything that a device ever sent, by the id that the device made: what is taken, is taken once. What was rejected
-- is kept here until its rep mends or an administrator looks at it.
create table pushed_items (
  id uuid primary key,
  account_id uuid not null references accounts,
  device_id uuid not null,
  kind text not null,
  outcome text not null check (outcome in ('taking', 'accepted', 'rejected')),
  number text,
  payload jsonb,
  rejection_code text,
  rejection_message text,
  rejection_field text,
  received_at timestamptz not null,
  discarded_at timestamptz
);
create index pushed_items_rejected on pushed_items (received_at desc) where outcome = 'rejected';

create table app_devices (
  account_id uuid not null references users on delete cascade,
  device_id uuid not null,
  name text not null,
  app_version text not null,
  waiting_orders integer not null,
  waiting_quotes integer not null,
  waiting_notes integer not null,
  oldest_waiting_at timestamptz,
  last_complete_sync_at timestamptz,
  last_seen_at timestamptz not null,
  primary key (account_id, device_id)
);

-- Rows that are gone.
create table tombstones (
  collection text not null,
  id uuid not null,
  changed_in bigint not null,
  primary key (collection, id)
);

-- Numbers of transactions mean something within one database only: whose they are, to notice another one.
create table database_identity (
  only_row boolean primary key default true check (only_row),
  identity text not null
);

create function stamp_change() returns trigger language plpgsql as $$
begin
  new.changed_in := pg_current_xact_id()::text::bigint;
  return new;
end $$;

create function leave_tombstone() returns trigger language plpgsql as $$
begin
  insert into tombstones (collection, id, changed_in)
  values (tg_argv[0], (to_jsonb(old) ->> tg_argv[1])::uuid, pg_current_xact_id()::text::bigint)
  on conflict (collection, id) do update set changed_in = excluded.changed_in;
  return null;
end $$;

-- What belongs to a retailer goes where the retailer goes: to the reps of another territory, or to nobody.
create function pass_on_retailer() returns trigger language plpgsql as $$
begin
  update contacts set retailer_id = retailer_id where retailer_id = new.id;
  update prices set retailer_id = retailer_id where retailer_id = new.id;
  update visits set retailer_id = retailer_id where retailer_id = new.id;
  update orders set retailer_id = retailer_id where retailer_id = new.id;
  return null;
end $$;
create trigger retailers_pass_on after update of territory_id, is_active on retailers for each row
  when (old.territory_id is distinct from new.territory_id or old.is_active <> new.is_active)
  execute function pass_on_retailer();

-- For a database that was copied from another one, whose transactions may be far ahead of its own.
create function stamp_rows_anew() returns void language sql as $$
  update retailers set id = id;
  update contacts set account_id = account_id;
  update products set id = id;
  update prices set id = id;
  update visits set id = id;
  update targets set id = id;
  update orders set id = id;
  update tombstones set changed_in = pg_current_xact_id()::text::bigint;
$$;

create function pass_on_contact() returns trigger language plpgsql as $$
begin
  update contacts set account_id = account_id where account_id = new.id;
  return null;
end $$;
create trigger accounts_pass_on after update of given_name, family_name, is_active on accounts for each row
  when (new.kind = 'contact') execute function pass_on_contact();

do $$
declare
  one record;
begin
  for one in select * from (values ('retailers', 'id'), ('contacts', 'account_id'), ('products', 'id'), ('prices', 'id'),
    ('visits', 'id'), ('targets', 'id'), ('orders', 'id')) as t (name, key)
  loop
    execute format('create trigger %I before insert or update on %I for each row execute function stamp_change()',
      one.name || '_stamp', one.name);
    execute format('create trigger %I after delete on %I for each row execute function leave_tombstone(%L, %L)',
      one.name || '_tombstone', one.name, one.name, one.key);
    execute format('create index %I on %I (changed_in, %I)', one.name || '_changed', one.name, one.key);
  end loop;
end $$;
create index tombstones_changed on tombstones (collection, changed_in, id);
