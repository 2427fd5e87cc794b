-- A file of a complaint or a review, or of a complaint that is not sent yet (draft).
create table evidence_file (
    id          uuid         primary key,
    case_number varchar(32),
    draft       varchar(64),
    name        varchar(120) not null,
    type        varchar(100) not null,
    size        bigint       not null check (size > 0),
    sha256      char(64)     not null,
    origin      varchar(16)  not null check (origin in ('CUSTOMER', 'MAIL', 'STAFF')),
    given_by    varchar(254),
    given_at    timestamptz  not null,
    note        varchar(500),
    scan        varchar(16)  not null check (scan in ('CLEAN', 'NOT_SCANNED', 'INFECTED', 'PENDING')),
    thumbnail   bytea,
    check ((case_number is null) <> (draft is null)),
    unique (case_number, sha256),
    unique (draft, sha256)
);
create index evidence_file_pending on evidence_file (id) where scan = 'PENDING';
create index evidence_file_draft on evidence_file (given_at) where draft is not null;

-- The content, in pieces from 0, so that neither side ever holds all of it.
create table evidence_piece (
    file_id  uuid    not null references evidence_file (id) on delete cascade,
    position integer not null,
    bytes    bytea   not null,
    primary key (file_id, position)
);
-- Pictures and films do not get smaller.
alter table evidence_piece alter column bytes set storage external;
alter table evidence_file alter column thumbnail set storage external;
