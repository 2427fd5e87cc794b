-- Decision tables that people change. What a version says is kept by the engine; here stands who put it in force and why.
-- One row for each table: the digest of the software's table that was last put in force or set aside. Whoever changes the
-- table locks its row.
create table policy_table (
    name    varchar(60) primary key,
    shipped varchar(64) not null
);

-- Rows are only ever added.
create table policy_version (
    definition_id varchar(64)  primary key,
    name          varchar(60)  not null,
    -- Whether it is the house's own, not the software's.
    house         boolean      not null,
    who           varchar(64)  not null,
    at            timestamptz  not null,
    note          varchar(500)
);
create index policy_version_of_table on policy_version (name);

-- What somebody is working on; one for each person and table.
create table policy_draft (
    name       varchar(60) not null,
    who        varchar(64) not null,
    base       varchar(64) not null,
    -- Grows with each change, so that two windows of one person do not overwrite each other.
    revision   integer     not null,
    rules      text        not null,
    note       varchar(500),
    changed_at timestamptz not null,
    primary key (name, who)
);
