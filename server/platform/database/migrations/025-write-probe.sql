-- A server that can't write is not ready, however well it reads: this row is written to find out.
create table write_probes (
  id boolean primary key default true check (id),
  probed_at timestamptz not null default now()
);
insert into write_probes default values;
