-- A sign-in is a list of steps: the password, then a second step if the policy or the person wants one.
-- What a session was opened with (RFC 8176).
alter table sessions add column methods text[] not null default '{pwd}';
-- Until then the code isn't asked in this browser. Each revocation of sessions ends it.
alter table known_devices add column trusted_until timestamptz;

alter table objections
  drop constraint objections_event_check,
  add constraint objections_event_check
    check (event in ('password-changed', 'username-changed', 'email-changed', 'second-step-changed', 'signed-in'));

create table second_step_policies (
  audience text primary key check (audience in ('admin', 'dual', 'device', 'scan', 'contact')),
  rule text not null check (rule in ('off', 'offered', 'required')),
  grace_days integer not null check (grace_days between 0 and 90),
  trusts_browsers boolean not null
);
insert into second_step_policies (audience, rule, grace_days, trusts_browsers) values
  ('admin', 'required', 14, false),
  ('dual', 'required', 14, false),
  ('device', 'offered', 14, true),
  ('scan', 'offered', 14, true),
  ('contact', 'offered', 14, true);

-- When a person first signed in without the second step that the policy requires.
create table second_step_grace (
  account_id uuid primary key references accounts on delete cascade,
  began_at timestamptz not null
);

create table code_generators (
  account_id uuid primary key references accounts on delete cascade,
  key_id text not null,
  sealed_secret bytea not null,
  -- The last accepted step of time: each is accepted once.
  last_step bigint not null,
  added_at timestamptz not null,
  last_used_at timestamptz
);

create table recovery_codes (
  account_id uuid not null references accounts on delete cascade,
  key_id text not null,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

create table passkeys (
  id uuid primary key default uuidv7(),
  account_id uuid not null references accounts on delete cascade,
  credential_id bytea not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  is_synced boolean not null,
  name text not null check (name <> ''),
  added_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_account on passkeys (account_id);

-- A sign-in whose first step is done. It belongs to the browser that has its cookie, and every revocation ends it.
create table half_done_sign_ins (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  account_id uuid not null references accounts on delete cascade,
  -- Without a factor, and past the grace period: the person adds one before the session starts.
  must_add boolean not null,
  begun_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0
);
create index half_done_sign_ins_account on half_done_sign_ins (account_id);
create index half_done_sign_ins_expiry on half_done_sign_ins (expires_at);
