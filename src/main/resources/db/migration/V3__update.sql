-- One message to a customer or a colleague, as it was worded, and what became of it.
create table customer_update (
    id          bigint generated always as identity primary key,
    update_key  varchar(80)  not null,
    case_number varchar(32)  not null,
    kind        varchar(32)  not null,
    audience    varchar(16)  not null check (audience in ('CUSTOMER', 'STAFF')),
    shop        varchar(100),
    channel     varchar(32),
    customer_id bigint references customer (id),
    recipient   varchar(254),
    subject     varchar(300) not null,
    body        text         not null,
    message_id  varchar(250) not null,
    route       varchar(8) check (route in ('MAIL', 'TELL', 'KEEP')),
    state       varchar(16)  not null check (state in ('PENDING', 'SENT', 'TOLD', 'KEPT', 'REJECTED')),
    rejection   varchar(500),
    created_at  timestamptz  not null,
    sent_at     timestamptz,
    told_at     timestamptz,
    told_via    varchar(16),
    told_by     varchar(64),
    told_note   varchar(2000),
    constraint customer_update_once unique (update_key)
);

create index customer_update_case on customer_update (case_number);
