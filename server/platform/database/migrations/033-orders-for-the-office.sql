-- What an order needs beyond its lines: the day for which it is wanted, until when a quote holds, the quote that became
-- it, and who at the retailer ordered. Days are days in the organisation's time zone.
alter table orders
  add column requested_day date,
  add column valid_until date,
  add column quote_id uuid unique references orders,
  add column contact_id uuid references accounts,
  add constraint orders_valid_until_check check (valid_until is null or kind = 'quote'),
  add constraint orders_quote_id_check check (quote_id is null or kind = 'order');
create index orders_contact on orders (contact_id) where contact_id is not null;
create index orders_lapsing on orders (valid_until) where status = 'open' and valid_until is not null;

-- The rate on the day of the order: a later change of a rate changes no document. Null in orders from before.
alter table order_lines
  add column tax_basis_points integer check (tax_basis_points between 0 and 10000);

-- The history begins when an order is received.
insert into order_events (order_id, at, status, actor, account_id)
select o.id, o.received_at, case o.kind when 'quote' then 'open' else 'received' end,
  case a.kind when 'contact' then 'contact' else 'rep' end, o.account_id
from orders o join accounts a on a.id = o.account_id;

-- The office lists the newest first, in pages, by any of these.
create index orders_received on orders (received_at desc, id desc);
create index orders_status on orders (status, received_at desc, id desc);
create index orders_kind on orders (kind, received_at desc, id desc) where kind <> 'order';
create index orders_website on orders (received_at desc, id desc) where source = 'website';
create index orders_account on orders (account_id, received_at desc, id desc);
create index orders_retailer_received on orders (retailer_id, received_at desc, id desc);
create index orders_number_start on orders (number text_pattern_ops);
create index orders_note_words on orders using gin (lower(note) gin_trgm_ops) where note <> '';
create index notes_captured on notes (captured_at desc, id desc);
create index notes_retailer on notes (retailer_id, captured_at desc, id desc);
create index notes_account on notes (account_id, captured_at desc, id desc);
create index notes_words on notes using gin (lower(text) gin_trgm_ops);
