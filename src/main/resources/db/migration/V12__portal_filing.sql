-- A form of the portal becomes one complaint, however often it is sent. Whoever knows the form's own key sees the receipt;
-- we only keep its hash.
create table portal_filing (
    form_hash   bytea primary key,
    case_number varchar(20) not null default '',
    filed_at    timestamptz not null
);
