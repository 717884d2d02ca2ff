-- What a device sends can always be shown (docs/decisions/027). Sums of orders outgrow an integer at 21 million, and a
-- timestamp beyond year 9999 has no ISO 8601 form of four digits, so that one such row kept a list from every reader.
alter table orders alter column total_cents type bigint;
alter table targets
  alter column amount_cents type bigint,
  alter column sold_cents type bigint;

create function is_storable(moment timestamptz) returns boolean immutable parallel safe language sql
  return moment >= '1970-01-01 00:00:00Z' and moment < '10000-01-01 00:00:00Z';

update pushed_items set captured_at = null where not is_storable(captured_at);
update orders set captured_at = received_at where not is_storable(captured_at);
update notes n
  set captured_at = coalesce((select i.received_at from pushed_items i where i.id = n.id), now())
  where not is_storable(captured_at);
update app_devices set oldest_waiting_at = null where not is_storable(oldest_waiting_at);
update app_devices set last_complete_sync_at = null where not is_storable(last_complete_sync_at);
update visits set at = least(greatest(at, '1970-01-01 00:00:00Z'), '9999-12-31 00:00:00Z') where not is_storable(at);

alter table pushed_items add constraint pushed_items_captured_at_storable check (is_storable(captured_at));
alter table orders add constraint orders_captured_at_storable check (is_storable(captured_at));
alter table notes add constraint notes_captured_at_storable check (is_storable(captured_at));
alter table app_devices
  add constraint app_devices_oldest_waiting_at_storable check (is_storable(oldest_waiting_at)),
  add constraint app_devices_last_complete_sync_at_storable check (is_storable(last_complete_sync_at));
alter table visits add constraint visits_at_storable check (is_storable(at));
