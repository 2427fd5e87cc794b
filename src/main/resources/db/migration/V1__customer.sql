create table customer (
    id          bigint generated always as identity primary key,
    name        varchar(100) not null,
    email       varchar(254),
    phone       varchar(40),
    platform_id varchar(100),
    created_at  timestamptz  not null
);

create index customer_email on customer (email);
create index customer_phone on customer (phone);
create index customer_name on customer (name);
