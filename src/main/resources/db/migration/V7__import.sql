-- One uploaded file and how far it has been taken in.
create table csv_import (
    id          bigint generated always as identity primary key,
    kind        varchar(20)  not null check (kind in ('REVIEWS', 'COMPLAINTS')),
    file_name   varchar(200) not null,
    encoding    varchar(20)  not null,
    -- The headers as they stand in the file, and for each the column it was understood as, null for none.
    headers     text[]       not null,
    columns     text[]       not null,
    shop        varchar(100),
    platform    varchar(20),
    uploaded_by varchar(64)  not null,
    uploaded_at timestamptz  not null,
    finished_at timestamptz,
    total       integer      not null,
    done        integer      not null default 0,
    created     integer      not null default 0,
    duplicates  integer      not null default 0,
    counted     integer      not null default 0,
    rejected    integer      not null default 0,
    analysed    integer      not null default 0
);

-- The rows of a file that is being taken in, numbered from 1; gone when all are.
create table import_row (
    import_id bigint  not null references csv_import (id),
    position  integer not null,
    line      integer not null,
    cells     text[]  not null,
    primary key (import_id, position)
);

-- Rows that were not taken in; for each problem the header it is about (empty: the whole row) and the reason.
create table import_reject (
    import_id bigint  not null references csv_import (id),
    position  integer not null,
    line      integer not null,
    cells     text[]  not null,
    headers   text[]  not null,
    reasons   text[]  not null,
    primary key (import_id, position)
);

-- Complaints that came in a file without an id of their own: the guard that the same row opens one case.
create table import_complaint (
    content_key char(64)    primary key,
    number      varchar(20) not null
);
