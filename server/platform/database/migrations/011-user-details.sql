-- A grant is what an app is signed in by. Its own id is a secret of the app's: an administrator who ends it names this one.
alter table provider_records add column id uuid not null default uuidv7();
create index provider_records_id on provider_records (id) where kind = 'Grant';

-- Whom alerts go to: "somebody objected to a change", "the mail stands still".
alter table users add column receives_system_messages boolean not null default false;
update users set receives_system_messages = true where user_type = 'admin';

-- A small picture, made anew by the server from what was uploaded. Apart from users, so that a list stays light.
create table user_images (
  account_id uuid primary key references users on delete cascade,
  webp bytea not null check (octet_length(webp) <= 200000),
  changed_at timestamptz not null
);
