-- Whoever goes back and adds a photo has not sent the same form again.
alter table portal_filing add column files_hash bytea;
