-- Customers who do not want to be contacted by us: from then on they only get what they asked for. Rows are only ever added.
create table contact_refusal (
    id          bigint generated always as identity primary key,
    customer_id bigint      not null references customer (id),
    refused_at  timestamptz not null,
    reason      text
);
create index contact_refusal_customer on contact_refusal (customer_id);

-- The same person under another name: by the last eleven digits of the phone, however it is written, or by the chat name.
create index customer_phone_digits on customer (right(regexp_replace(phone, '[^0-9*]', '', 'g'), 11));
create index customer_platform on customer (platform_id);

-- What we begin ourselves, as opposed to what the customer waits to hear.
alter table customer_update add column unasked boolean not null default false;

-- The review a complaint belongs to, and whether we opened the complaint because of it.
alter table complaint add column review_number varchar(20);
alter table complaint add column opened_from_review boolean not null default false;
create index complaint_review on complaint (review_number) where review_number is not null;
create index complaint_order on complaint (order_number);
