-- Case numbers C-yyyyMMdd-nnnnnn: the date and a running number that starts again after 999999.
create sequence complaint_number minvalue 1 maxvalue 999999 cycle;

create table complaint (
    id                bigint generated always as identity primary key,
    version           integer      not null,
    number            varchar(20)  not null unique,
    shop              varchar(100) not null,
    channel           varchar(20)  not null,
    external_id       varchar(100),
    customer_id       bigint       not null references customer (id),
    order_number      varchar(100),
    order_amount      numeric(12, 2),
    description       text         not null,
    desired_outcome   text,
    occurred_at       timestamptz,
    received_at       timestamptz  not null,
    recorded          boolean      not null,
    handler           varchar(64),
    stage             varchar(20)  not null,
    category          varchar(30),
    severity          varchar(5),
    responsible_party varchar(20),
    priority          integer,
    root_cause        text,
    settlement_due    timestamptz  not null,
    escalation_level  integer      not null,
    remedy            varchar(30),
    amount            numeric(12, 2),
    explanation       text,
    round             integer      not null,
    authorised_amount numeric(12, 2),
    execution_step    varchar(20)  not null,
    settled_at        timestamptz,
    reopened          integer      not null,
    closing           varchar(20),
    closing_note      text,
    closed_at         timestamptz
);
create index complaint_open_by_settlement_due on complaint (settlement_due) where closed_at is null;
create index complaint_received on complaint (received_at);
create index complaint_customer on complaint (customer_id);

-- What the same complaint is called elsewhere: the guard that it is opened once.
create table complaint_reference (
    shop        varchar(100) not null,
    channel     varchar(20)  not null,
    external_id varchar(100) not null,
    number      varchar(20)  not null,
    primary key (shop, channel, external_id)
);

-- The case's story; rows are only ever added. json, not jsonb, keeps the details in the order they were noted.
create table complaint_event (
    id           bigint generated always as identity primary key,
    complaint_id bigint      not null references complaint (id),
    at           timestamptz not null,
    who          varchar(64) not null,
    what         varchar(30) not null,
    details      json        not null
);
create index complaint_event_of_complaint on complaint_event (complaint_id, id);
