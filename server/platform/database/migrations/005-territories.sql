-- Where somebody sells: a rep sees the retailers of the own territories only.
create table territories (
  id uuid primary key default uuidv7(),
  name text not null unique
);

create table user_territories (
  account_id uuid not null references users on delete cascade,
  territory_id uuid not null references territories on delete cascade,
  primary key (account_id, territory_id)
);
create index user_territories_territory on user_territories (territory_id);

-- A retailer without a territory is seen by administrators alone.
alter table retailers add column territory_id uuid references territories;
-- Closed: no longer served. It stays, with its contacts and what was ordered.
alter table retailers add column is_active boolean not null default true;
create index retailers_territory on retailers (territory_id);
