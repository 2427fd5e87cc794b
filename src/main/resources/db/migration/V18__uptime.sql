-- The latest sign of life of each node.
create table heartbeat (
    node varchar(100) primary key,
    at   timestamptz  not null
);

-- Times in which no node gave one.
create table outage (
    id       bigint generated always as identity primary key,
    began_at timestamptz not null,
    ended_at timestamptz not null,
    check (ended_at > began_at)
);
create index outage_ended on outage (ended_at);

-- Alarms that came later than they should have, and the outage that was the reason; null when the desk ran.
create table late_alarm (
    id          bigint generated always as identity primary key,
    case_number varchar(20)  not null,
    clock       varchar(30)  not null,
    subject     varchar(100) not null default '',
    level       varchar(20)  not null,
    moment      timestamptz  not null,
    raised_at   timestamptz  not null,
    outage_id   bigint references outage (id)
);
create index late_alarm_latest on late_alarm (raised_at desc, id desc);
create index late_alarm_case on late_alarm (case_number);
create index late_alarm_outage on late_alarm (outage_id) where outage_id is not null;
