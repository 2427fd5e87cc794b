-- Messages that wait, come back, are sent again, and the language they are written in.
alter table customer_update
    add column confirmed   boolean not null default true,
    add column language    varchar(8),
    add column wait_until  timestamptz,
    add column wait_reason varchar(16) check (wait_reason in ('ADDRESS_BUSY', 'QUIET_HOURS')),
    add column bounced_at  timestamptz,
    add column delay       varchar(500),
    add column resend_of   varchar(80),
    add column resent_by   varchar(64),
    drop constraint customer_update_route_check,
    add constraint customer_update_route_check check (route in ('MAIL', 'TELL', 'KEEP', 'WAIT')),
    drop constraint customer_update_state_check,
    add constraint customer_update_state_check
        check (state in ('PENDING', 'SENT', 'TOLD', 'KEPT', 'REJECTED', 'BOUNCED'));

-- How many messages an address got lately.
create index customer_update_recipient on customer_update (recipient, sent_at) where sent_at is not null;
create index customer_update_customer on customer_update (customer_id) where customer_id is not null;

-- Mails of customers that joined a case, so that our answers continue their thread.
create table arrived_mail (
    case_number varchar(32)  not null,
    address     varchar(254) not null,
    message_id  varchar(250) not null,
    arrived_at  timestamptz  not null,
    primary key (case_number, message_id)
);
