-- Notes reach the app, a retailer's sales are kept by month, and a rep plans visits on the device.
alter table notes add column changed_in bigint not null default 0;
update notes set changed_in = pg_current_xact_id()::text::bigint;
create trigger notes_stamp before insert or update on notes for each row execute function stamp_change();
create trigger notes_tombstone after delete on notes for each row execute function leave_tombstone('notes', 'id');
create index notes_changed on notes (changed_in, id);

alter table app_devices add column waiting_others integer not null default 0;

-- A device that is up to date has orders without a status. Those in their first status say so by themselves.
update orders set id = id where customer_note <> '' or status not in ('received', 'open');

-- The app downloads the orders of 90 days. The sums of the months before are kept here: orders without the cancelled ones.
create table retailer_months (
  id uuid primary key default uuidv7(),
  retailer_id uuid not null references retailers on delete cascade,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  sold_cents bigint not null default 0,
  orders integer not null default 0,
  changed_in bigint not null default 0,
  constraint retailer_months_once unique (retailer_id, month)
);
create trigger retailer_months_stamp before insert or update on retailer_months
  for each row execute function stamp_change();
create trigger retailer_months_tombstone after delete on retailer_months
  for each row execute function leave_tombstone('sales', 'id');
create index retailer_months_changed on retailer_months (changed_in, id);

create function organisation_time_zone() returns text language sql stable as $$
  select coalesce((select time_zone from organisation limit 1), 'UTC')
$$;

-- The rows are locked before the orders are added up, so that of two concurrent orders the later one counts both. They
-- are locked in one order, so that two statements don't wait for each other.
create function recount_months(retailers uuid[], moments timestamptz[]) returns void language plpgsql as $$
declare
  zone text := organisation_time_zone();
  keys jsonb;
begin
  select jsonb_agg(distinct jsonb_build_object('r', r, 'm', to_char(at at time zone zone, 'YYYY-MM'))) into keys
  from unnest(retailers, moments) as k (r, at)
  -- A clock that is out of order has stored times in other millennia.
  where at between '2000-01-01' and '9998-12-31';
  if keys is null then return; end if;
  insert into retailer_months (retailer_id, month)
  select r, m from jsonb_to_recordset(keys) as k (r uuid, m text) order by r, m
  on conflict (retailer_id, month) do update set month = excluded.month;
  update retailer_months t set sold_cents = s.sold, orders = s.number
  from (
    select k.r, k.m, coalesce(sum(o.total_cents), 0) as sold, count(o.id) as number
    from jsonb_to_recordset(keys) as k (r uuid, m text)
    left join orders o on o.retailer_id = k.r and o.kind = 'order' and o.status <> 'cancelled'
      and o.captured_at >= (k.m || '-01')::timestamp at time zone zone
      and o.captured_at < ((k.m || '-01')::timestamp + interval '1 month') at time zone zone
    group by k.r, k.m
  ) s
  where t.retailer_id = s.r and t.month = s.m;
end $$;

create function recount_new_orders() returns trigger language plpgsql as $$
begin
  perform recount_months(array_agg(retailer_id), array_agg(captured_at)) from new_orders where kind = 'order';
  return null;
end $$;
create function recount_old_orders() returns trigger language plpgsql as $$
begin
  perform recount_months(array_agg(retailer_id), array_agg(captured_at)) from old_orders where kind = 'order';
  return null;
end $$;
-- Most updates only stamp a row, which changes no sum.
create function recount_changed_orders() returns trigger language plpgsql as $$
begin
  perform recount_months(array_agg(c.retailer_id), array_agg(c.captured_at))
  from (
    select unnest(array[o.retailer_id, n.retailer_id]) as retailer_id,
      unnest(array[o.captured_at, n.captured_at]) as captured_at
    from old_orders o join new_orders n on n.id = o.id
    where n.kind = 'order' and (o.retailer_id, o.captured_at, o.total_cents, o.status = 'cancelled')
      is distinct from (n.retailer_id, n.captured_at, n.total_cents, n.status = 'cancelled')
  ) c;
  return null;
end $$;
create trigger orders_recount_new after insert on orders referencing new table as new_orders
  for each statement execute function recount_new_orders();
create trigger orders_recount_changed after update on orders referencing old table as old_orders new table as new_orders
  for each statement execute function recount_changed_orders();
create trigger orders_recount_old after delete on orders referencing old table as old_orders
  for each statement execute function recount_old_orders();

-- In another time zone, an order of the last night of a month belongs to another month.
create function recount_all_months() returns trigger language plpgsql as $$
begin
  update retailer_months set sold_cents = 0, orders = 0;
  perform recount_months(array_agg(retailer_id), array_agg(captured_at)) from orders where kind = 'order';
  return null;
end $$;
create trigger organisation_recount after update of time_zone on organisation for each row
  when (old.time_zone is distinct from new.time_zone) execute function recount_all_months();

select recount_months(array_agg(retailer_id), array_agg(captured_at)) from orders where kind = 'order';

create or replace function pass_on_retailer() returns trigger language plpgsql as $$
begin
  update contacts set retailer_id = retailer_id where retailer_id = new.id;
  update prices set retailer_id = retailer_id where retailer_id = new.id;
  update visits set retailer_id = retailer_id where retailer_id = new.id;
  update orders set retailer_id = retailer_id where retailer_id = new.id;
  update notes set retailer_id = retailer_id where retailer_id = new.id;
  update retailer_months set retailer_id = retailer_id where retailer_id = new.id;
  return null;
end $$;

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
  update notes set id = id;
  update retailer_months set id = id;
  update tombstones set changed_in = pg_current_xact_id()::text::bigint;
$$;
