-- A message that the recipient's side refused for good, at once or by a report that came later, has bounced.
alter table mail_messages drop constraint mail_messages_state_check;
alter table mail_messages add constraint mail_messages_state_check
  check (state in ('waiting', 'sent', 'failed', 'bounced'));
alter table mail_messages add column bounced_at timestamptz;
alter table mail_messages add constraint mail_messages_bounced check ((state = 'bounced') = (bounced_at is not null));
-- Sent once more by an administrator: it waits since then.
alter table mail_messages add column retried_at timestamptz;
create index mail_messages_newest on mail_messages (created_at desc, id desc);
-- A report of the mail server names the message by the name that we gave it.
create unique index mail_messages_message_id on mail_messages (message_id) where message_id is not null;

-- Addresses that mail comes back from. Whoever has such an address is "mail failing": no row of theirs is touched, so
-- that a changed address needs nobody to think of it, and those who share one fail together.
create table failing_addresses (
  -- Compared like a username: NFKC, lower case.
  address text primary key,
  since timestamptz not null,
  -- What the server said last, without addresses of pages and without digits that could be a code.
  why text not null,
  bounced_at timestamptz not null,
  -- Since then mail is accepted again; after a day without a bounce the row goes.
  accepted_at timestamptz
);
create index failing_addresses_since on failing_addresses (since desc, address);

create index users_email_to on users (lower(email_to)) where email_to is not null;
create index contacts_email on contacts (lower(email));
