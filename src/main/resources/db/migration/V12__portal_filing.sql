-- A form of the portal becomes one complaint, however often it is sent. Whoever knows the form's own key sees the receipt;
-- we only keep its hash. By the hash of what was typed the same complaint is known again when a browser went back and was
-- given a new form.
create table portal_filing (
    form_hash   bytea primary key,
    text_hash   bytea not null,
    case_number varchar(20) not null default '',
    filed_at    timestamptz not null
);
