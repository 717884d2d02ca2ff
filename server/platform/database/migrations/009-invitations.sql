-- The same two halves and the same screen, for somebody who has no password yet.
alter table reset_requests add column purpose text not null default 'reset' check (purpose in ('reset', 'invitation'));
