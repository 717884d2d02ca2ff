-- Networks that an administrator has marked as the organisation's own: many people reset their passwords behind one address.
create table office_networks (
  network cidr primary key,
  label text not null check (label <> ''),
  added_at timestamptz not null
);

-- How many users of the organisation work on one network.
create index known_devices_network on known_devices (network);
