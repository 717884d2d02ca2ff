-- Hashes of other systems, until their owners sign in. Each sign-in asks if there are any.
create index accounts_imported_hash on accounts (id) where password_hash like 'imported:%';
