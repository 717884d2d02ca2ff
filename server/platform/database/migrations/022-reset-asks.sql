-- Password resets that were requested at the sign-in form or by a link, until the worker looks at them. Every request
-- leaves the same row, whether an account has the name or not, so that the time of the answer tells nothing. The name
-- itself is not kept.
create table reset_asks (
  id uuid primary key default uuidv7(),
  -- None: no account has the name. No reference: checking one would cost known names alone.
  account_id uuid,
  -- Requested by this link, which says whether it was a reset or an invitation.
  handle_hash bytea,
  network text not null,
  device text not null,
  asked_at timestamptz not null
);

-- Requested by the newest link of the account: only a reader of its mailbox has that, so it has caps of its own.
alter table reset_requests add column by_newest_link boolean not null default false;

-- The account was locked or marked as compromised, or all its sessions were ended.
alter table reset_pairs drop constraint reset_pairs_void_reason_check,
  add check (void_reason in ('not-accepted', 'password-changed', 'objection', 'deactivated', 'address-changed',
    'locked', 'compromised', 'sessions-ended'));
