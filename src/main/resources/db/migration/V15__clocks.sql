-- The clocks of cases: what each is held to, and what follows from it for lists. The times follow from what happened;
-- due_at is what was due when the row was last written, and moves on while a clock waits.
create table case_clock (
    id              bigint generated always as identity primary key,
    case_number     varchar(20)  not null,
    name            varchar(24)  not null,
    subject         varchar(40)  not null default '',
    run             integer      not null,
    state           varchar(8)   not null check (state in ('RUNNING', 'WAITING', 'STOPPED')),
    started_at      timestamptz  not null,
    watched_from    timestamptz  not null,
    interruptions   jsonb        not null,
    waits           jsonb        not null,
    target          varchar(40)  not null,
    calendar        varchar(600) not null,
    alarms          varchar(200) not null,
    on_breach       varchar(8)   not null check (on_breach in ('REMIND', 'ESCALATE')),
    due_set         boolean      not null,
    rule            varchar(300) not null,
    version         varchar(60)  not null,
    table_version   varchar(100) not null,
    checked_version varchar(100) not null,
    severity        varchar(2)   not null,
    category        varchar(24),
    channel         varchar(20),
    shop            varchar(100),
    raised          varchar(60)  not null default '',
    behind_level    varchar(8),
    behind_at       timestamptz,
    due_at          timestamptz  not null,
    stopped_at      timestamptz,
    ran_millis      bigint,
    provisional     integer[]    not null default '{}',
    constraint case_clock_once unique (case_number, name, subject)
);
create index case_clock_open_by_due on case_clock (due_at, id) where state <> 'STOPPED';
create index case_clock_open_by_name on case_clock (name, due_at) where state <> 'STOPPED';
create index case_clock_missed on case_clock (name, due_at) where stopped_at > due_at;
create index case_clock_provisional on case_clock (id) where state <> 'STOPPED' and provisional <> '{}';

-- The ledger: rows are only ever added. recorded_at is later than at for what was entered or corrected afterwards.
create table clock_entry (
    id          bigint generated always as identity primary key,
    clock_id    bigint       not null references case_clock (id),
    what        varchar(20)  not null,
    at          timestamptz  not null,
    recorded_at timestamptz  not null,
    who         varchar(64)  not null,
    why         varchar(600) not null,
    rule        varchar(300) not null,
    version     varchar(60)  not null,
    target      varchar(40)  not null,
    calendar    varchar(600) not null,
    due_at      timestamptz  not null
);
create index clock_entry_clock on clock_entry (clock_id);

-- Each level of a clock is raised once for each time it was started. Rows are only ever added.
create table clock_alarm (
    id        bigint generated always as identity primary key,
    clock_id  bigint      not null references case_clock (id),
    run       integer     not null,
    level     varchar(8)  not null,
    moment    timestamptz not null,
    raised_at timestamptz not null,
    due_at    timestamptz not null,
    escalates boolean     not null,
    covered   boolean     not null,
    constraint clock_alarm_once unique (clock_id, run, level)
);
create index clock_alarm_raised on clock_alarm (raised_at);

-- Holidays published after this version of the desk; the latest row of a year counts. Rows are only ever added.
create table holiday_year (
    id          bigint generated always as identity primary key,
    year        integer     not null,
    content     text        not null,
    who         varchar(64) not null,
    recorded_at timestamptz not null
);
create index holiday_year_year on holiday_year (year, id);
