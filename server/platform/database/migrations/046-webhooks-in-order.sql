-- While an event is on its way to a receiver, no worker sends another one there: the events of a webhook stay in order.
-- A worker that dies leaves the lease behind.
alter table webhooks add column busy_until timestamptz;
