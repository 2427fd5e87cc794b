-- What finished cases needed: a row for each stay in a stage, in milliseconds of running time of the settlement clock.
create table stage_stay (
    complaint_id bigint       not null references complaint (id),
    entered_at   timestamptz  not null,
    ended_at     timestamptz  not null,
    stage        varchar(20)  not null,
    category     varchar(30),
    calendar     varchar(100) not null,
    stayed       bigint       not null,
    needed       bigint       not null check (needed >= stayed and stayed >= 0),
    primary key (complaint_id, entered_at, stage)
);
create index stage_stay_ended on stage_stay (ended_at);
create index complaint_unsettled_by_due on complaint (settlement_due, id desc) where settled_at is null and closed_at is null;
create index complaint_ended on complaint (coalesce(settled_at, closed_at)) where coalesce(settled_at, closed_at) is not null;

-- What is forecast of each open, unsettled case. seen is the version of the complaint when it was last read; how it stood
-- then (marked_at) says how it stands at any time until it or its clocks change again.
create table case_forecast (
    complaint_id  bigint      primary key references complaint (id),
    seen          integer     not null default -1,
    stage         varchar(20),
    category      varchar(30),
    marked_at     timestamptz,
    spent         bigint,
    remaining     bigint,
    running       boolean,
    calendar      varchar(100),
    zone          varchar(60),
    hours         varchar(500),
    holidays      boolean,
    chance        double precision,
    risk          varchar(10) not null default 'UNKNOWN',
    likely_at     timestamptz,
    look_again_at timestamptz,
    raised        integer     not null default 0,
    unordered     boolean     not null default false
);
create index case_forecast_again on case_forecast (look_again_at);
create index case_forecast_unordered on case_forecast (complaint_id) where unordered;

-- Cases whose clocks moved since they were last read. Rows are only added and deleted, so nobody waits for anybody here.
create table forecast_moved (
    id          bigint generated always as identity primary key,
    case_number varchar(20) not null
);
create index forecast_moved_case on forecast_moved (case_number);

-- When it was last learned from the stays, and up to which case what was learned has been told.
create table forecast_lesson (
    id         integer     primary key default 1 check (id = 1),
    learned_at timestamptz not null,
    told_up_to bigint      not null
);
