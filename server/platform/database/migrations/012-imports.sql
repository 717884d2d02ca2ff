-- A file that somebody imports: how it was read, what its columns stand for, and how far it has come. Its rows are
-- personal data, kept for a few days: first until it is run, then for the result to be downloaded.
create table imports (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('users', 'retailers', 'contacts')),
  state text not null check (state in ('columns', 'checking', 'checked', 'running', 'done', 'failed')),
  file_name text not null,
  read_as text not null,
  header text[] not null,
  -- What each column of the header stands for; '' where it is not imported.
  fields text[] not null,
  settings jsonb not null,
  row_count integer not null,
  done_count integer not null default 0,
  -- How often the check or the run was begun: a server that was killed leaves it to the next one, but not for ever.
  attempts integer not null default 0,
  summary jsonb,
  failure text,
  -- Who gave the last order, and from where: the changes are theirs.
  ordered_by uuid not null references accounts on delete cascade,
  network text not null,
  device text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index imports_kind on imports (kind, created_at desc);
create index imports_waiting on imports (changed_at) where state in ('checking', 'running');

create table import_rows (
  import_id uuid not null references imports on delete cascade,
  -- As a spreadsheet counts its rows: the header is the first.
  place integer not null,
  cells text[] not null,
  verdict text check (verdict in ('add', 'update', 'leave', 'refuse')),
  findings jsonb not null default '[]',
  -- Whom it added, and where the invitation stands.
  account_id uuid references accounts on delete set null,
  invitation text check (invitation in ('possible', 'waiting', 'asked')),
  primary key (import_id, place)
);
create index import_rows_waiting on import_rows (import_id, place) where invitation = 'waiting';
create index import_rows_account on import_rows (account_id) where account_id is not null;

-- A retailer that goes to another territory takes its visits along: found one by one, not by reading them all.
create index visits_retailer on visits (retailer_id);
