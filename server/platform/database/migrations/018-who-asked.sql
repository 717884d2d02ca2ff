-- Without the reference: two administrators who reset each other would each hold their own account's row and wait for the
-- other's. An id of somebody who is gone names nobody, as in the audit.
alter table reset_requests drop constraint reset_requests_asked_by_account_id_fkey;
