-- Where an app learns that a person is signed out (OpenID Connect Back-Channel Logout 1.0).
alter table app_clients add column logout_uri text;

-- The browser session that a sign-in to an app came from. Without a reference: the session is deleted on its own.
alter table provider_records add column session_id uuid;

-- Logout tokens that are still to be delivered. The token itself is signed at each attempt.
create table app_logouts (
  id bigint generated always as identity primary key,
  client_id text not null references app_clients on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  grant_hash bytea not null,
  attempts integer not null default 0,
  first_attempt_at timestamptz,
  next_attempt_at timestamptz
);
create index app_logouts_due on app_logouts (next_attempt_at nulls first, id);
