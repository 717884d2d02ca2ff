-- Orders leave by a feed and get a status; other systems sign in with tokens of their own.
alter table roles
  add column products text not null default 'none' check (products in ('none', 'read', 'write')),
  add column orders text not null default 'none' check (orders in ('none', 'read', 'write'));
update roles set products = 'write', orders = 'write' where id = '00000000-0000-7000-8000-000000000001';
-- A role that could do everything still can.
update roles set products = 'write', orders = 'write'
where 'write' = all (array[users, subscription, retailers, mail, audit, settings]);

alter table audit_events drop constraint audit_events_actor_check;
alter table audit_events add constraint audit_events_actor_check
  check (actor in ('self', 'nobody', 'administrator', 'rep', 'command-line', 'system', 'service'));

create table service_tokens (
  id uuid primary key default uuidv7(),
  name text not null check (name <> ''),
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  role_id uuid references roles,
  created_by uuid references accounts on delete set null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  -- A revoked token needs no role, so the role can be removed.
  check (role_id is not null or revoked_at is not null)
);
create unique index service_tokens_name on service_tokens (lower(name)) where revoked_at is null;
create index service_tokens_role on service_tokens (role_id);

alter table orders
  drop constraint orders_kind_check,
  add constraint orders_kind_check check (kind in ('order', 'quote', 'return')),
  add column source text not null default 'app' check (source in ('app', 'website')),
  add column status text,
  add column customer_note text not null default '';
-- Every order that is there has been received, and an app shows it as before: it is not downloaded again.
alter table orders disable trigger orders_stamp;
update orders set status = case kind when 'quote' then 'open' else 'received' end;
alter table orders enable trigger orders_stamp;
alter table orders
  alter column status set not null,
  add constraint orders_status_check check (
    case kind
      when 'quote' then status in ('open', 'ordered', 'lapsed', 'withdrawn')
      else status in ('received', 'on-hold', 'confirmed', 'shipped', 'invoiced', 'cancelled')
    end
  );

create table order_events (
  id uuid primary key default uuidv7(),
  order_id uuid not null references orders on delete cascade,
  at timestamptz not null,
  status text not null,
  actor text not null check (actor in ('administrator', 'rep', 'contact', 'service', 'system', 'command-line')),
  account_id uuid,
  token_id uuid references service_tokens on delete set null
);
create index order_events_order on order_events (order_id, at);
