-- What the desk signs with when no secret is configured: made once, the same on every node. One row at most.
create table desk_secret (
    one    boolean primary key default true check (one),
    secret text not null
);

-- The private links customers were given. The token itself is never kept, only its SHA-256: it is derived again from
-- case and generation whenever a message needs it.
create table private_link (
    token_hash  bytea primary key,
    case_number varchar(20) not null,
    generation  integer     not null,
    created_at  timestamptz not null,
    -- When a newer generation took its place; until then the case decides how long it is good for.
    replaced_at timestamptz
);
create index private_link_case on private_link (case_number, generation);
