-- Accounts: one space of usernames for users and contacts. `username` is kept as typed, `username_key` is what is compared.
create table accounts (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('user', 'contact')),
  username text not null,
  username_key text not null unique,
  given_name text not null default '',
  family_name text not null default '',
  is_active boolean not null default true,
  password_hash text,
  password_changed_at timestamptz,
  -- Set by an administrator: a reset never clears it.
  locked_at timestamptz,
  -- The password may be known to somebody else: nothing but a reset leads back in.
  compromised_at timestamptz,
  created_at timestamptz not null
);

create table users (
  account_id uuid primary key references accounts on delete cascade,
  user_type text not null check (user_type in ('admin', 'dual', 'device', 'scan')),
  has_licence boolean not null default true,
  -- "E-mail to": a second address for notices, never a reset destination.
  email_to text
);

create table retailers (
  id uuid primary key default uuidv7(),
  name text not null,
  account_number text not null unique,
  created_at timestamptz not null
);

create table contacts (
  account_id uuid primary key references accounts on delete cascade,
  retailer_id uuid not null references retailers,
  email text not null,
  has_website_access boolean not null default true
);
create index contacts_retailer on contacts (retailer_id);

-- The one organisation that this deployment serves. `is_demo` is the mark that production refuses.
create table organisation (
  only_row boolean primary key default true check (only_row),
  name text not null,
  contact_line text not null,
  security_words text[] not null default '{}',
  is_demo boolean not null default false
);

-- A browser in which the account has signed in before. It lifts limits and proves nothing.
create table known_devices (
  account_id uuid not null references accounts on delete cascade,
  token_hash bytea not null,
  first_used_at timestamptz not null,
  last_used_at timestamptz not null,
  -- Where it was last used: such a network is no stranger to the account either.
  network text not null,
  expires_at timestamptz not null,
  primary key (account_id, token_hash)
);
create index known_devices_token on known_devices (token_hash);

create table sessions (
  id uuid primary key default uuidv7(),
  account_id uuid not null references accounts on delete cascade,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  authenticated_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  network text not null,
  device text not null
);
create index sessions_account on sessions (account_id);

-- One run of the recovery. It holds no secret: those are born at hand-over, in reset_pairs.
create table reset_requests (
  id uuid primary key default uuidv7(),
  account_id uuid not null references accounts on delete cascade,
  asked_by text not null check (asked_by in ('self', 'administrator', 'rep', 'command-line')),
  asked_by_account_id uuid references accounts,
  asked_at timestamptz not null,
  network text not null,
  -- Asked for on a known device of the account: it has caps of its own.
  device_hash bytea,
  deliver_by timestamptz not null,
  state text not null check (state in ('waiting', 'sent', 'used', 'voided', 'not-delivered')),
  sent_at timestamptz,
  ended_at timestamptz
);
create index reset_requests_account on reset_requests (account_id, asked_at desc);

-- The two halves of one mail: a link's handle as SHA-256, the code as a keyed HMAC over a salt of the row.
create table reset_pairs (
  handle_hash bytea primary key,
  request_id uuid not null references reset_requests on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  code_hash bytea not null,
  code_salt bytea not null,
  code_key_id text not null,
  tries smallint not null default 0,
  made_at timestamptz not null,
  handed_over_at timestamptz,
  expires_at timestamptz not null,
  used_at timestamptz,
  voided_at timestamptz,
  void_reason text check (void_reason in ('not-accepted', 'password-changed', 'objection', 'deactivated'))
);
create index reset_pairs_account on reset_pairs (account_id) where used_at is null and voided_at is null;
create index reset_pairs_request on reset_pairs (request_id);

-- "This was not me": the link of a notice, single use.
create table objections (
  handle_hash bytea primary key,
  account_id uuid not null references accounts on delete cascade,
  event text not null check (event in ('password-changed')),
  event_at timestamptz not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- The log of messages: what became of each, never what it said.
create table mail_messages (
  id uuid primary key default uuidv7(),
  kind text not null,
  account_id uuid references accounts on delete set null,
  -- What the message is about, for the feature that composes it at hand-over (a reset request, an event); no secret.
  subject_id uuid,
  recipient text not null,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  last_answer text,
  message_id text,
  created_at timestamptz not null,
  deliver_by timestamptz not null,
  last_attempt_at timestamptz,
  sent_at timestamptz
);
create index mail_messages_waiting on mail_messages (created_at) where state = 'waiting';
create index mail_messages_account on mail_messages (account_id, created_at desc);

-- Guessing at one username, known or not, kept under a keyed hash of it: '' is everybody, else one known device.
create table sign_in_failures (
  username_hash bytea not null,
  device_hash bytea not null default '\x',
  failures integer not null,
  first_failed_at timestamptz not null,
  last_failed_at timestamptz not null,
  primary key (username_hash, device_hash)
);

-- Distinct usernames asked about, per asker (a network, a device, the whole server).
create table disclosure_asks (
  asker text not null,
  username_hash bytea not null,
  asked_at timestamptz not null,
  -- The order of asking: two within one tick of the clock are two.
  place bigint generated always as identity,
  primary key (asker, username_hash)
);
create index disclosure_asks_age on disclosure_asks (asked_at);

-- Who did what to whom, when, from where; never a secret. Rows name account ids only and are never changed.
create table audit_events (
  id uuid primary key default uuidv7(),
  at timestamptz not null,
  action text not null,
  actor text not null check (actor in ('self', 'nobody', 'administrator', 'rep', 'command-line', 'system')),
  actor_account_id uuid,
  account_id uuid,
  network text,
  device text,
  details jsonb not null default '{}'
);
create index audit_events_account on audit_events (account_id, at desc);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit_events is append-only';
end $$;
create trigger audit_events_append_only before update or delete on audit_events
  for each row execute function refuse_audit_change();
create trigger audit_events_no_truncate before truncate on audit_events
  for each statement execute function refuse_audit_change();
