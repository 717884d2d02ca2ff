-- The chain over the audit: each row is sealed once, in a table of its own, as `audit_events` never changes.
create table audit_seals (
  -- Without gaps, from 1.
  place bigint primary key check (place > 0),
  event_id uuid not null unique,
  key_id text not null,
  -- HMAC over the place, the seal before it and the row.
  seal bytea not null
);

-- What is not sealed yet. Its row is committed with that of the event, in whatever order transactions end.
create table audit_unsealed (
  at timestamptz not null,
  event_id uuid not null,
  primary key (at, event_id)
);
insert into audit_unsealed select at, id from audit_events;

create function await_seal() returns trigger language plpgsql as $$
begin
  insert into audit_unsealed values (new.at, new.id);
  return null;
end $$;
create trigger audit_events_await_seal after insert on audit_events for each row execute function await_seal();

create or replace function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger audit_seals_append_only before update or delete on audit_seals
  for each row execute function refuse_audit_change();
create trigger audit_seals_no_truncate before truncate on audit_seals
  for each statement execute function refuse_audit_change();

-- How the last check of the whole chain ended, with a mac that only the server can make.
create table audit_checks (
  only_row boolean primary key default true check (only_row),
  at timestamptz not null,
  sealed bigint not null,
  findings bigint not null,
  key_id text not null,
  mac bytea not null
);

-- What the audit is read by, a page at a time from the newest. Rows of people who act for themselves are most of all,
-- and are found by whom they concern and by time: the indexes of doers leave them out, so that a sign-in need not pay.
create index audit_events_at on audit_events (at desc, id desc);
drop index audit_events_account;
create index audit_events_account on audit_events (account_id, at desc, id desc);
create index audit_events_action on audit_events (action, at desc, id desc);
create index audit_events_doer on audit_events (actor_account_id, at desc, id desc)
  where actor_account_id is distinct from account_id;
create index audit_events_actor on audit_events (actor, at desc, id desc)
  where actor <> 'self' and actor <> 'nobody';

-- What Home counts by day.
create index reset_requests_asked on reset_requests (asked_at);
create index mail_messages_failed on mail_messages (created_at) where state = 'failed';
