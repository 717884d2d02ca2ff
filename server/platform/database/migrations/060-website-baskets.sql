-- Contacts order on the website. A contact who may only look sees products and prices, and orders nothing.
alter table contacts add column may_order boolean not null default true;
-- The number under which the retailer keeps the order in its own books.
alter table orders add column purchase_order text not null default '';

-- One basket for each contact, on every device. It outlives sign-out and a reset.
create table baskets (
  contact_id uuid primary key references contacts on delete cascade,
  -- Becomes the id of the order, so that a basket is ordered once, however often the form arrives.
  order_key uuid not null default uuidv7(),
  note text not null default '',
  purchase_order text not null default '',
  requested_day date
);

create table basket_lines (
  id uuid primary key default uuidv7(),
  contact_id uuid not null references baskets on delete cascade,
  product_id uuid not null references products on delete cascade,
  quantity integer not null check (quantity between 1 and 100000),
  -- What the contact saw when they set the quantity. It says what has changed since, and is never charged.
  seen_cents integer not null check (seen_cents >= 0),
  constraint basket_lines_once unique (contact_id, product_id)
);
create index basket_lines_product on basket_lines (product_id);
