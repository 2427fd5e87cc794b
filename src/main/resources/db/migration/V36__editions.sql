-- While an upgrade runs, a node of the version before must not bring its older models and tables back into force
-- (decision 0036). Editions are told apart by when they were built.

-- Which editions come with which deployment of models; one row for each that found it, or made it.
create table model_edition (
    deployment_id varchar(64) not null,
    built_at      timestamptz not null,
    primary key (deployment_id, built_at)
);

-- The latest edition that has looked after a table.
alter table policy_table add built_at timestamptz not null default '-infinity';
