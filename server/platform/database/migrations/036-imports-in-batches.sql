-- Long files of the trade are imported in batches: each batch is a transaction, so apps wait for a batch and not for
-- the import. The place of the last row that was handled says where the next batch begins, also after a stop.
alter table imports
  drop constraint imports_kind_check,
  add constraint imports_kind_check check (kind in ('users', 'retailers', 'contacts', 'products', 'categories',
    'price-lists', 'prices', 'targets', 'visits', 'orders')),
  drop constraint imports_state_check,
  add constraint imports_state_check
    check (state in ('reading', 'columns', 'checking', 'checked', 'running', 'done', 'failed')),
  add column done_place integer not null default 0;

-- The key of a row, so that a duplicate is found without holding all keys of a long file in memory.
alter table import_rows add column key text;
create index import_rows_key on import_rows (import_id, key) where key is not null;
