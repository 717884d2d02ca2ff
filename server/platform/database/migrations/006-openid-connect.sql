-- What OpenID Connect keeps between two requests: grants, tokens, half-done sign-ins. The id of each is a secret that a
-- browser or an app holds, so only its SHA-256 stands here.
create table provider_records (
  kind text not null,
  id_hash bytea not null,
  payload jsonb not null,
  account_id uuid references accounts on delete cascade,
  grant_id text,
  expires_at timestamptz not null,
  used_at timestamptz,
  -- An ended token stays until it would have expired, so that the app can be told why.
  ended_because text check (ended_because in
    ('password-reset', 'signed-out-by-admin', 'deactivated', 'licence-removed', 'compromised', 'expired')),
  primary key (kind, id_hash)
);
create index provider_records_account on provider_records (account_id);
create index provider_records_grant on provider_records (grant_id);
create index provider_records_expiry on provider_records (expires_at);

-- An app that people sign in to, beside our own.
create table app_clients (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
  name text not null,
  redirect_uris text[] not null check (cardinality(redirect_uris) between 1 and 10),
  -- Whom it admits: user types, and contacts.
  admits text[] not null check (admits <@ array['admin', 'dual', 'device', 'scan', 'contact']),
  -- Where a person begins; without it the account page cannot offer the app.
  start_url text,
  created_at timestamptz not null
);
