-- The organisation's colour, in place of the product's own accent.
alter table organisation add column colour text check (colour ~ '^#[0-9a-f]{6}$');

-- The logo, as it was checked. Pages find it under the hash of what it holds.
create table organisation_logo (
  only_row boolean primary key default true check (only_row),
  media_type text not null check (media_type in ('image/png', 'image/webp')),
  content bytea not null check (octet_length(content) <= 131072),
  content_hash text not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0)
);

-- Ways to the first administrator of an empty installation. They live until somebody can sign in.
create table set_up_links (
  handle_hash bytea primary key check (octet_length(handle_hash) = 32),
  made_at timestamptz not null,
  expires_at timestamptz not null
);
