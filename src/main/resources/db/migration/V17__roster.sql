-- Who is on duty when. Rows are only ever added; a person's latest one counts, and one without hours means at any time.
create table duty_hours (
    id     bigint generated always as identity primary key,
    person varchar(64)   not null,
    hours  varchar(1000) not null,
    who    varchar(64)   not null,
    at     timestamptz   not null
);
create index duty_hours_person on duty_hours (person, id);

-- Who is away. What was taken back stays, so that it can be told why an alarm went to somebody else.
create table absence (
    id           bigint generated always as identity primary key,
    person       varchar(64)  not null,
    starts_at    timestamptz  not null,
    ends_at      timestamptz  not null,
    reason       varchar(200) not null,
    entered_by   varchar(64)  not null,
    entered_at   timestamptz  not null,
    cancelled_by varchar(64),
    cancelled_at timestamptz,
    constraint absence_ends check (ends_at > starts_at)
);
create index absence_person on absence (person, ends_at) where cancelled_at is null;

-- Which colleague a notice is for, and the message in which something was said instead of in one of its own.
alter table customer_update
    add column colleague varchar(64),
    add column said_with varchar(80),
    drop constraint customer_update_wait_reason_check,
    add constraint customer_update_wait_reason_check check (wait_reason in ('ADDRESS_BUSY', 'QUIET_HOURS', 'BUNDLED'));

-- Of the bundles a colleague's notices can still join there is one for each reason.
create unique index customer_update_open_bundle on customer_update (colleague, wait_reason)
    where kind = 'BUNDLE' and route = 'WAIT';
create index customer_update_said_with on customer_update (said_with) where said_with is not null;
create index customer_update_colleague on customer_update (colleague, created_at) where colleague is not null;
create index customer_update_apology on customer_update (customer_id, created_at) where kind = 'DELAY_APOLOGY';
