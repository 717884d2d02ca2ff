-- What server/platform/limits counts, shared by all servers. Columns and their order are those of rate-limiter-flexible:
-- a keyed hash of what is limited, its count, and the end of its window in milliseconds since 1970.
create table limit_counts (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
create index limit_counts_expire on limit_counts (expire);
