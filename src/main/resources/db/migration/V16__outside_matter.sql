-- What others outside want from us, or we from them, because of a case: a platform asks for evidence, the regulator wants an
-- answer, a claim against a courier. due_entered is the moment somebody was told; without it the decision table says it.
create table outside_matter (
    id          bigint generated always as identity primary key,
    version     integer       not null,
    case_number varchar(20)   not null references complaint (number),
    kind        varchar(20)   not null check (kind in ('PLATFORM', 'REGULATOR', 'COURIER', 'OTHER')),
    platform    varchar(20),
    party       varchar(100),
    reference   varchar(100),
    who_acts    varchar(12)   not null check (who_acts in ('US', 'THEM', 'THEM_BESIDE')),
    acted       boolean       not null,
    due_entered timestamptz,
    note        varchar(2000),
    opened_by   varchar(64)   not null,
    opened_at   timestamptz   not null,
    outcome     varchar(20),
    result      varchar(2000),
    closed_by   varchar(64),
    closed_at   timestamptz,
    constraint outside_matter_ends_with_an_outcome check ((closed_at is null) = (outcome is null))
);
create index outside_matter_of_case on outside_matter (case_number, id);
create index outside_matter_open on outside_matter (id) where closed_at is null;
