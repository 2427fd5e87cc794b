-- Failed sign-ins, counted by who was tried and from where, so that every node counts alike. An empty address means from
-- anywhere, an empty person means anybody. Attempts are counted before a password is looked at.
create table sign_in_failure (
    person   varchar(64) not null,
    address  varchar(64) not null,
    failures integer     not null,
    last_at  timestamptz not null,
    until    timestamptz,
    primary key (person, address)
);

create index sign_in_failure_last_at on sign_in_failure (last_at);
create index sign_in_failure_until on sign_in_failure (until) where until is not null;

-- Where a person has signed in before: what strangers do elsewhere does not keep people out there.
create table sign_in_place (
    person  varchar(64) not null,
    address varchar(64) not null,
    last_at timestamptz not null,
    primary key (person, address)
);

create index sign_in_place_last_at on sign_in_place (last_at);

-- Who came by single sign-on: the provider's name for a person, which never changes, and the engine's.
create table sso_person (
    issuer  varchar(255) not null,
    subject varchar(255) not null,
    user_id varchar(64)  not null unique,
    primary key (issuer, subject)
);

-- Sessions of all nodes (Spring Session).
create table spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval integer  not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);

create index spring_session_expiry on spring_session (expiry_time);

create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
