-- How an app proves itself to the token endpoint: by nothing but PKCE and DPoP, by a secret, or by a key of its own.
alter table app_clients
  add column kind text not null default 'public' check (kind in ('public', 'secret', 'key')),
  add column jwks jsonb,
  add column jwks_uri text,
  add check ((kind = 'key') = (num_nonnulls(jwks, jwks_uri) = 1));

-- Secrets of apps, as keyed hashes. While a secret is replaced, the old one works until it ends.
create table app_client_secrets (
  id uuid primary key default gen_random_uuid(),
  client_id text not null references app_clients on delete cascade,
  key_id text not null,
  hash bytea not null,
  created_at timestamptz not null,
  ends_at timestamptz
);
create index app_client_secrets_client on app_client_secrets (client_id);
create unique index app_client_secrets_current on app_client_secrets (client_id) where ends_at is null;
