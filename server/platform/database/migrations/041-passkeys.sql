-- Challenges of passkeys are made without a row. One that was answered is kept until it expires, so that it counts once.
create table spent_challenges (
  challenge_hash bytea primary key check (octet_length(challenge_hash) = 32),
  expires_at timestamptz not null
);
create index spent_challenges_expiry on spent_challenges (expires_at);
