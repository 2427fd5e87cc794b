-- Finished cases, the latest first. What they are chosen by is in the index, so that only those that are shown are read.
create index complaint_closed on complaint (closed_at desc, id desc) include (closing, shop) where closed_at is not null;
create index review_closed on review (closed_at desc, id desc) include (fate, early_end, shop) where closed_at is not null;
create index customer_update_failed on customer_update (case_number)
    where state in ('REJECTED', 'BOUNCED') and audience = 'CUSTOMER';

-- How long cases stayed at the steps of their flows, counted from the engine's history: a row for each day on which stays
-- ended, step, shop (empty for none) and length. length numbers classes, each 1.41 times as long as the one before.
create table step_stay (
    day     date         not null,
    process varchar(100) not null,
    step    varchar(100) not null,
    shop    varchar(64)  not null,
    length  smallint     not null,
    stays   integer      not null,
    seconds bigint       not null,
    longest bigint       not null,
    primary key (process, day, step, shop, length)
);
create index step_stay_day on step_stay (day);

-- Up to which moment the engine's history has been counted.
create table step_stay_reading (
    id         integer     primary key default 1 check (id = 1),
    read_up_to timestamptz not null
);
