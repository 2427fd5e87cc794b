-- Who signed in, saw contacts, changed rules and rights. Lines are only ever added. Each carries the digest of itself and
-- of the line before it, and the desk's signature of that digest: what is changed, removed or slipped in shows.
create table audit_line (
    line    bigint primary key,
    at      timestamptz not null,
    what    varchar(30) not null,
    who     varchar(64) not null,
    address varchar(64),
    subject varchar(200) not null,
    detail  varchar(1000),
    digest  bytea not null,
    mac     varchar(22) not null
);
create index audit_line_what on audit_line (what, line);
create index audit_line_who on audit_line (who, line);
create index audit_line_subject on audit_line (subject, line);
create index audit_line_at on audit_line (at);

create function audit_line_stays() returns trigger language plpgsql as $$
begin
    raise exception 'Lines of the audit log are neither changed nor removed';
end
$$;
create trigger audit_line_stays before update or delete or truncate on audit_line
    for each statement execute function audit_line_stays();
-- Also while a replica applies changes, which switches off ordinary triggers.
alter table audit_line enable always trigger audit_line_stays;

-- Where the tables belong to another role than the desk works as, the desk may read and add, nothing else.
do $$
declare
    other text;
begin
    for other in select distinct grantee from information_schema.role_table_grants
                  where table_schema = current_schema() and table_name = 'audit_line' and grantee <> current_user loop
        execute format('revoke all on audit_line from %I', other);
        execute format('grant select, insert on audit_line to %I', other);
    end loop;
end
$$;
