-- Networks that an administrator has marked as the organisation's own: many people reset their passwords behind one address.
create table office_networks (
  network cidr primary key,
  label text not null check (label <> ''),
  added_at timestamptz not null
);

-- How many users of the organisation work on one network.
create index known_devices_network on known_devices (network);

-- When the worker sealed a row, as part of the seal: a row whose time agrees with it was not put in later, whatever the
-- clock said before. Older seals have none.
alter table audit_seals add column sealed_at timestamptz;

-- Findings that an administrator has acknowledged.
alter table audit_checks add column acknowledged bigint not null default 0;
