-- The subscription: how many seats of each user type are enabled. How many are used is counted, never kept.
create table licences (
  user_type text primary key check (user_type in ('admin', 'dual', 'device', 'scan')),
  enabled integer not null check (enabled >= 0),
  -- What one costs a month, in hundredths of the currency; 0 where nobody has said it.
  monthly_price_cents integer not null default 0 check (monthly_price_cents >= 0)
);

-- Enough to begin with, and never fewer than are used.
insert into licences (user_type, enabled)
select t.user_type, greatest(t.enabled, (
  select count(*) from users u join accounts a on a.id = u.account_id
  where u.user_type = t.user_type and u.has_licence and a.is_active))
from (values ('admin', 10), ('dual', 20), ('device', 100), ('scan', 20)) as t (user_type, enabled);
