-- OpenID providers of the organisation. Issuer and subject identify a person, never the email address.
create table company_providers (
  id uuid primary key,
  name text not null check (name <> ''),
  -- Never changes: the identities below are subjects of this issuer.
  issuer text not null unique,
  client_id text not null check (client_id <> ''),
  key_id text not null,
  sealed_secret bytea not null,
  domains text[] not null check (cardinality(domains) > 0),
  audiences text[] not null
    check (cardinality(audiences) > 0 and audiences <@ array['admin', 'dual', 'device', 'scan', 'contact']),
  -- The people above sign in only there.
  is_only_way boolean not null,
  -- The organisation vouches that the provider asks for a second step.
  counts_as_both_steps boolean not null,
  -- The type of the users that a first sign-in creates; null if it creates none.
  creates text check (creates in ('admin', 'dual', 'device', 'scan')),
  creates_role_id uuid references roles on delete set null,
  creates_territory_id uuid references territories on delete set null,
  added_at timestamptz not null
);

create table company_identities (
  provider_id uuid not null references company_providers on delete cascade,
  subject text not null check (subject <> ''),
  account_id uuid not null references accounts on delete cascade,
  linked_at timestamptz not null,
  last_used_at timestamptz,
  primary key (provider_id, subject),
  unique (provider_id, account_id)
);
create index company_identities_account on company_identities (account_id);

-- What the steps before were (RFC 8176): a password, or a company sign-in.
alter table half_done_sign_ins add column methods text[] not null default '{pwd}';
