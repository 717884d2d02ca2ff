-- What the headers of requests show of a wrong set-up: the newest request of each kind. Administrators see it on Home.
create table set_up_faults (
  kind text primary key,
  peer text not null,
  header text not null,
  value text not null,
  seen_at timestamptz not null
);
