-- What waits on devices, and what the server holds until somebody decides (docs/decisions/024).
alter table organisation
  add column hidden_after_days integer not null default 30 check (hidden_after_days between 1 and 365);

-- The key of the device, by which it is known after its sign-in has ended; an administrator may let it hand in what
-- waits on it, for a while.
alter table app_devices
  add column key_thumbprint text,
  add column released_until timestamptz;

alter table pushed_items drop constraint pushed_items_outcome_check;
alter table pushed_items
  add constraint pushed_items_outcome_check
    check (outcome in ('taking', 'accepted', 'rejected', 'released', 'dismissed')),
  add column captured_at timestamptz;
drop index pushed_items_rejected;
create index pushed_items_held on pushed_items (received_at desc, id)
  where outcome in ('rejected', 'released', 'dismissed');
