-- What an administrator may do, module by module. A user without a role has no right at all.
create table roles (
  id uuid primary key default uuidv7(),
  name text not null unique,
  users text not null check (users in ('none', 'read', 'write')),
  subscription text not null check (subscription in ('none', 'read', 'write')),
  retailers text not null check (retailers in ('none', 'read', 'write')),
  mail text not null check (mail in ('none', 'read', 'write')),
  audit text not null check (audit in ('none', 'read', 'write')),
  settings text not null check (settings in ('none', 'read', 'write'))
);

-- The one role that is always there, so that somebody can always do everything.
insert into roles (id, name, users, subscription, retailers, mail, audit, settings)
values ('00000000-0000-7000-8000-000000000001', 'Full rights', 'write', 'write', 'write', 'write', 'write', 'write');

alter table users add column role_id uuid references roles;
update users set role_id = '00000000-0000-7000-8000-000000000001' where user_type = 'admin';
create index users_role on users (role_id);

-- Kept apart from accounts, so that signing in never waits for a change to the account. Devices and audit rows may be
-- cleared away; that somebody has been here stays known.
create table last_sign_ins (
  account_id uuid primary key references accounts on delete cascade,
  at timestamptz not null
);
insert into last_sign_ins (account_id, at)
select e.account_id, max(e.at) from audit_events e join accounts a on a.id = e.account_id
where e.action = 'signed-in' group by e.account_id;

-- A search finds parts of words in a hundred thousand names: trigrams, of what is compared.
create extension if not exists pg_trgm;
alter table accounts add column search_text text generated always as
  (username_key || ' ' || lower(given_name) || ' ' || lower(family_name)) stored not null;
create index accounts_search on accounts using gin (search_text gin_trgm_ops);
create index accounts_name on accounts (family_name, given_name, id);
