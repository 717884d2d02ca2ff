-- What an ERP knows of products and customers: categories, packs, tax, price lists and price breaks.
-- Prices are net, in the currency's minor unit. Days are days in the organisation's time zone, both ends included.
alter table organisation add column time_zone text not null default 'UTC';

create table tax_classes (
  code text primary key check (code ~ '^[a-z0-9][a-z0-9-]{0,29}$'),
  name text not null,
  rate_basis_points integer not null check (rate_basis_points between 0 and 10000)
);
-- Rates differ by country, so the organisation sets its own.
insert into tax_classes (code, name, rate_basis_points) values ('standard', 'Standard', 0);

-- A tree of at most three levels. The path ("Drinks > Soft drinks") is how a CSV names a category.
create table categories (
  id uuid primary key default uuidv7(),
  parent_id uuid references categories,
  name text not null check (name <> '' and position('>' in name) = 0),
  slug text not null unique,
  path text not null,
  level integer not null check (level between 1 and 3),
  place integer not null default 0,
  changed_in bigint not null default 0
);
create unique index categories_path on categories (lower(path));
create index categories_parent on categories (parent_id);

insert into categories (name, slug, path, level)
select name, slug || case when doubles > 1 then '-' || left(md5(name), 6) else '' end, name, 1
from (
  select name, slug, count(*) over (partition by slug) as doubles
  from (
    select distinct on (lower(name)) name, coalesce(nullif(trim(both '-' from regexp_replace(lower(name), '[^a-z0-9]+', '-', 'g')), ''), 'category') as slug
    from (select trim(replace(category, '>', '/')) as name from products) as written
    where name <> ''
    order by lower(name), name
  ) as named
) as slugs;

alter table products
  add column category_id uuid references categories,
  add column pack_size integer not null default 1 check (pack_size between 1 and 1000000),
  add column tax_class text not null default 'standard' references tax_classes,
  add column description text not null default '';
-- A row that looks the same to an app is not downloaded again.
alter table products disable trigger products_stamp;
update products p set category_id = c.id from categories c where lower(c.path) = lower(trim(replace(p.category, '>', '/')));
alter table products enable trigger products_stamp;
alter table products drop column category;
create index products_category on products (category_id);

create table price_lists (
  id uuid primary key default uuidv7(),
  name text not null check (name <> '')
);
create unique index price_lists_name on price_lists (lower(name));

create table list_prices (
  id uuid primary key default uuidv7(),
  price_list_id uuid not null references price_lists on delete cascade,
  product_id uuid not null references products on delete cascade,
  minimum_quantity integer not null default 1 check (minimum_quantity between 1 and 100000),
  valid_from date,
  valid_until date check (valid_until >= valid_from),
  price_cents integer not null check (price_cents >= 0),
  changed_in bigint not null default 0,
  constraint list_prices_once unique nulls not distinct (price_list_id, product_id, minimum_quantity, valid_from)
);
create index list_prices_product on list_prices (product_id);

alter table prices
  add column minimum_quantity integer not null default 1 check (minimum_quantity between 1 and 100000),
  add column valid_from date,
  add column valid_until date check (valid_until >= valid_from),
  drop constraint prices_retailer_id_product_id_key,
  add constraint prices_once unique nulls not distinct (retailer_id, product_id, minimum_quantity, valid_from);
create index prices_product on prices (product_id);

alter table retailers
  add column retailer_type text not null default '',
  add column grade text not null default '',
  add column chain text not null default '',
  add column credit_status text not null default 'good' check (credit_status in ('good', 'watch', 'hold')),
  add column price_list_id uuid references price_lists,
  add column notes text not null default '';
create index retailers_price_list on retailers (price_list_id);

-- A product row names its category's path, so it changes with the path.
create function pass_on_category() returns trigger language plpgsql as $$
begin
  update products set category_id = category_id where category_id = new.id;
  return null;
end $$;
create trigger categories_pass_on after update of path on categories for each row
  when (old.path is distinct from new.path) execute function pass_on_category();

do $$
declare
  collection text;
begin
  foreach collection in array array['categories', 'list_prices']
  loop
    execute format('create trigger %I before insert or update on %I for each row execute function stamp_change()',
      collection || '_stamp', collection);
    execute format('create trigger %I after delete on %I for each row execute function leave_tombstone(%L, %L)',
      collection || '_tombstone', collection, case collection when 'list_prices' then 'listPrices' else collection end, 'id');
    execute format('create index %I on %I (changed_in, id)', collection || '_changed', collection);
  end loop;
end $$;

-- A price with a minimum quantity or dates is downloaded as another collection, which an older app doesn't know.
create function leave_price_tombstone() returns trigger language plpgsql as $$
begin
  insert into tombstones (collection, id, changed_in)
  values ('prices', old.id, pg_current_xact_id()::text::bigint), ('priceBreaks', old.id, pg_current_xact_id()::text::bigint)
  on conflict (collection, id) do update set changed_in = excluded.changed_in;
  return null;
end $$;
drop trigger prices_tombstone on prices;
create trigger prices_tombstone after delete on prices for each row execute function leave_price_tombstone();

create or replace function stamp_rows_anew() returns void language sql as $$
  update retailers set id = id;
  update contacts set account_id = account_id;
  update categories set id = id;
  update products set id = id;
  update prices set id = id;
  update list_prices set id = id;
  update visits set id = id;
  update targets set id = id;
  update orders set id = id;
  update tombstones set changed_in = pg_current_xact_id()::text::bigint;
$$;
