-- Every change of a username or an e-mail address, while it may still be objected to or has to wait.
create table address_changes (
  id uuid primary key default uuidv7(),
  account_id uuid not null references accounts on delete cascade,
  username_before text not null,
  username_after text not null,
  -- Where mails that lead to a password went and go; none before where the username was no address.
  address_before text,
  address_after text not null,
  -- The last address that was known to be the person's: it stays through changes that nobody has settled.
  proven_address text,
  -- None: the operator at the server. No reference: two who change each other must not wait for each other.
  changed_by uuid,
  changed_at timestamptz not null,
  -- None: nothing waits.
  waits_until timestamptz,
  objected_at timestamptz,
  -- A second administrator approved the address, or the person confirmed it.
  settled_at timestamptz,
  settled_by uuid
);
create index address_changes_account on address_changes (account_id, changed_at desc);

alter table objections drop constraint objections_event_check,
  add check (event in ('password-changed', 'username-changed', 'email-changed')),
  add column change_id uuid references address_changes on delete cascade;

alter table reset_pairs drop constraint reset_pairs_void_reason_check,
  add check (void_reason in ('not-accepted', 'password-changed', 'objection', 'deactivated', 'address-changed'));
