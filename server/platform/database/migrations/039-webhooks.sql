-- Events for other systems. The database queues them itself, in the transaction of the change, so that no action forgets one.
create table webhooks (
  id uuid primary key,
  url text not null check (url <> ''),
  events text[] not null check (cardinality(events) > 0),
  -- Encrypted with the key of this id: a signature needs the secret itself.
  secret_key_id text not null,
  secret_sealed bytea not null,
  created_by uuid references accounts on delete set null,
  created_at timestamptz not null,
  disabled_at timestamptz,
  disabled_because text check (disabled_because in ('administrator', 'failures')),
  -- The first failed attempt since the last delivery.
  failing_since timestamptz,
  check ((disabled_at is null) = (disabled_because is null))
);

create table webhook_events (
  id uuid primary key default uuidv7(),
  type text not null,
  at timestamptz not null default now(),
  data jsonb not null
);
create index webhook_events_at on webhook_events (at);

create table webhook_deliveries (
  id uuid primary key default uuidv7(),
  webhook_id uuid not null references webhooks on delete cascade,
  event_id uuid not null references webhook_events on delete cascade,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  attempts integer not null default 0,
  first_attempt_at timestamptz,
  last_attempt_at timestamptz,
  -- Null: as soon as possible. While an attempt runs: when another worker may repeat it.
  next_attempt_at timestamptz,
  status integer,
  answer text not null default '',
  failure text not null default ''
);
create index webhook_deliveries_waiting on webhook_deliveries (webhook_id, next_attempt_at) where state = 'waiting';
create index webhook_deliveries_event on webhook_deliveries (event_id);
create index webhook_deliveries_log on webhook_deliveries (webhook_id, id desc);

create function queue_webhook_event(event_type text, event_data jsonb) returns void language sql as $$
  with wanted as (select id from webhooks where disabled_at is null and event_type = any (events)),
    event as (
      insert into webhook_events (type, data) select event_type, event_data where exists (select 1 from wanted)
      returning id
    )
  insert into webhook_deliveries (webhook_id, event_id) select wanted.id, event.id from wanted, event;
$$;

create function queue_order_event() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from webhooks where disabled_at is null) then
    return null;
  end if;
  perform queue_webhook_event(
    case when tg_op = 'UPDATE' then 'order.status-changed' when new.kind = 'quote' then 'quote.received' else 'order.received' end,
    jsonb_build_object('id', new.id, 'number', new.number, 'kind', new.kind, 'source', new.source, 'status', new.status,
      'totalCents', new.total_cents, 'accountNumber', r.account_number, 'orderedBy', a.username)
      || case when tg_op = 'UPDATE' then jsonb_build_object('before', old.status) else '{}' end)
  from retailers r, accounts a where r.id = new.retailer_id and a.id = new.account_id;
  return null;
end $$;
create trigger orders_queue_event after insert on orders for each row execute function queue_order_event();
create trigger orders_queue_status after update of status on orders for each row
  when (old.status is distinct from new.status) execute function queue_order_event();

create function queue_note_event() returns trigger language plpgsql as $$
begin
  perform queue_webhook_event('note.received', jsonb_build_object('id', new.id, 'accountNumber', r.account_number,
    'by', a.username, 'text', new.text))
  from retailers r, accounts a where r.id = new.retailer_id and a.id = new.account_id;
  return null;
end $$;
create trigger notes_queue_event after insert on notes for each row execute function queue_note_event();

-- Every change of a person is recorded in its own transaction, by whatever way it comes.
create function queue_person_event() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from webhooks where disabled_at is null) then
    return null;
  end if;
  perform queue_webhook_event(
    case
      when new.action = 'password-reset' then 'password.reset'
      when a.kind = 'contact' then 'contact.access-changed'
      when new.action = 'user-added' then 'user.created'
      when new.action = 'user-deactivated' then 'user.deactivated'
      else 'user.changed'
    end,
    jsonb_build_object('id', a.id, 'username', a.username, 'kind', a.kind) || case
      when new.action = 'password-reset' then '{}'
      when a.kind = 'contact' then jsonb_build_object('accountNumber', r.account_number, 'hasAccess',
        c.has_website_access and r.is_active and a.is_active)
      else jsonb_build_object('type', u.user_type, 'isActive', a.is_active)
    end)
  from accounts a
    left join users u on u.account_id = a.id
    left join contacts c on c.account_id = a.id
    left join retailers r on r.id = c.retailer_id
  where a.id = new.account_id
    and (new.action = 'password-reset' or (a.kind = 'contact') = (new.action in
      ('contact-added', 'access-withdrawn', 'access-restored', 'retailer-closed')));
  return null;
end $$;
create trigger audit_events_queue_event after insert on audit_events for each row
  when (new.action in ('user-added', 'user-changed', 'username-changed', 'user-reactivated', 'user-deactivated',
    'contact-added', 'access-withdrawn', 'access-restored', 'retailer-closed', 'password-reset'))
  execute function queue_person_event();
