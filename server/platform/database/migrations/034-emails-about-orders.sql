-- Contacts get an email about each order that they placed, if the organisation wants that. The daily email was made last on
-- `attention_day`: of several servers, the first one makes it.
alter table organisation
  add column confirms_orders boolean not null default false,
  add column attention_day date;
