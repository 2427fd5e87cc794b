-- Case numbers R-yyyyMMdd-nnnnnn: the date and a running number that starts again after 999999.
create sequence review_number minvalue 1 maxvalue 999999 cycle;

create table review (
    id               bigint generated always as identity primary key,
    version          integer      not null,
    number           varchar(20)  not null unique,
    shop             varchar(100) not null,
    platform         varchar(20)  not null,
    external_id      varchar(100),
    customer_id      bigint       not null references customer (id),
    order_number     varchar(100),
    product          varchar(300),
    rating           smallint     not null,
    text             text,
    new_rating       smallint,
    new_text         text,
    posted_at        timestamptz  not null,
    received_at      timestamptz  not null,
    handler          varchar(64),
    stage            varchar(20)  not null,
    kind             varchar(20),
    urgency          varchar(5),
    priority         integer,
    attempts         integer      not null,
    contact_outcome  varchar(20),
    complaint_number varchar(20),
    contact_due      timestamptz,
    reply_due        timestamptz  not null,
    escalation_level integer      not null,
    ruling           varchar(20),
    reply            text,
    no_reply_reason  text,
    replied_at       timestamptz,
    replied_by       varchar(100),
    fate             varchar(20),
    early_end        varchar(20),
    closing_note     text,
    closed_at        timestamptz,
    lesson_area      varchar(20),
    lesson           text,
    lesson_key       text
);
create index review_open_by_reply_due on review (reply_due) where closed_at is null;
create index review_received on review (received_at);
create index review_customer on review (customer_id);
create index review_order on review (order_number);
create index review_complaint on review (complaint_number) where complaint_number is not null;
create index review_lesson on review (lesson_area) where lesson_key is not null;

-- Every review that ever arrived, also those that are only counted and have no number: nothing is opened or counted twice.
create table review_reference (
    reference varchar(130) primary key,
    shop      varchar(100) not null,
    platform  varchar(20)  not null,
    rating    smallint     not null,
    posted_on date         not null,
    number    varchar(20)
);

-- The case's story; rows are only ever added. json, not jsonb, keeps the details in the order they were noted.
create table review_event (
    id        bigint generated always as identity primary key,
    review_id bigint      not null references review (id),
    at        timestamptz not null,
    who       varchar(64) not null,
    what      varchar(30) not null,
    details   json        not null
);
create index review_event_of_review on review_event (review_id, id);

-- Platforms mask names, so thousands are called the same: someone is looked up by everything that is known of them.
create index customer_same on customer (name, coalesce(email, ''), coalesce(phone, ''), coalesce(platform_id, ''));
drop index customer_name;
