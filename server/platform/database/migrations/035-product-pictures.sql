-- Pictures of products: re-encoded, in three sizes, named by the hash of their content.
create table product_pictures (
  id uuid primary key default uuidv7(),
  product_id uuid not null references products on delete cascade,
  place integer not null check (place between 1 and 99),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{32}$'),
  -- Of the uploaded file: the same file again is not decoded again.
  source_hash bytea not null check (octet_length(source_hash) = 32),
  alt text not null default '',
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  small bytea not null,
  medium bytea not null,
  large bytea not null,
  constraint product_pictures_place unique (product_id, place) deferrable initially deferred
);
create index product_pictures_hash on product_pictures (content_hash);
-- WebP can't be compressed further.
alter table product_pictures
  alter column small set storage external,
  alter column medium set storage external,
  alter column large set storage external;

-- The list of products is searched by parts of words, and filtered by what is missing.
alter table products disable trigger products_stamp;
alter table products
  add column has_picture boolean not null default false,
  add column search_text text generated always as (lower(code) || ' ' || lower(name) || ' ' || barcode) stored not null;
alter table products enable trigger products_stamp;
create index products_search on products using gin (search_text gin_trgm_ops);
create index products_name on products (lower(name), id);
create index products_price on products (price_cents, id);
create index products_without_picture on products (lower(name), id) where not has_picture;
create index products_without_price on products (lower(name), id) where price_cents = 0;

-- A product row names its pictures, so it changes with them.
create function pass_on_picture() returns trigger language plpgsql as $$
declare
  changed uuid := coalesce(new.product_id, old.product_id);
begin
  update products set has_picture = exists (select from product_pictures where product_id = changed) where id = changed;
  return null;
end $$;
create trigger product_pictures_pass_on after insert or delete or update of product_id, place, content_hash, alt
  on product_pictures for each row execute function pass_on_picture();
