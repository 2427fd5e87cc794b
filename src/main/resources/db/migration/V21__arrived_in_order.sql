-- Mails that arrived within the same millisecond keep their order in a thread.
alter table arrived_mail add column id bigint generated always as identity;
