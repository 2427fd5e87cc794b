-- What a customer wishes, what became of their address, and what became of the file.
alter table customer add column language varchar(2) check (language in ('zh', 'en'));
alter table customer add column preferred_contact varchar(8) check (preferred_contact in ('MAIL', 'CHAT', 'PHONE'));
alter table customer add column surveys_refused_at timestamptz;
alter table customer add column email_bounced_at timestamptz;
alter table customer add column email_bounce varchar(500);
alter table customer add column merged_into bigint references customer (id);
alter table customer add column erased_at timestamptz;
create index customer_merged_into on customer (merged_into) where merged_into is not null;

-- Of a customer's rows the latest counts: contact is refused, or a supervisor noted that it is welcome again.
alter table contact_refusal add column lifted boolean not null default false;
alter table contact_refusal add column who varchar(64);

-- What was bought. Orders are entered, come in files, or are asked for at the shop's own system.
create table customer_order (
    id          bigint generated always as identity primary key,
    customer_id bigint       not null references customer (id),
    shop        varchar(100) not null,
    channel     varchar(20)  not null,
    number      varchar(100) not null,
    amount      numeric(12, 2),
    product     varchar(300),
    paid_at     timestamptz,
    status      varchar(20)  not null,
    source      varchar(20)  not null check (source in ('PAGE', 'FILE', 'CONNECTOR')),
    recorded_by varchar(64),
    recorded_at timestamptz  not null,
    constraint customer_order_once unique (shop, channel, number)
);
create index customer_order_customer on customer_order (customer_id);
create index customer_order_number on customer_order (number);

-- Who saw a customer's contacts in full, and why. Rows are only ever added.
create table contact_unmasked (
    id          bigint generated always as identity primary key,
    customer_id bigint       not null references customer (id),
    place       varchar(40)  not null,
    reason      varchar(500) not null,
    who         varchar(64)  not null,
    at          timestamptz  not null
);
create index contact_unmasked_customer on contact_unmasked (customer_id);

-- What was done with whole files: merged, handed out, erased. Rows are only ever added.
create table customer_file_action (
    id          bigint generated always as identity primary key,
    customer_id bigint      not null references customer (id),
    what        varchar(20) not null check (what in ('MERGED', 'EXPORTED', 'ERASED', 'CONTACT_CORRECTED', 'PREFERENCES')),
    details     json        not null,
    who         varchar(64) not null,
    at          timestamptz not null
);
create index customer_file_action_customer on customer_file_action (customer_id);

-- Contacts of erased people who refused contact, as keyed digests: the refusal outlives the person's data.
create table erased_refusal (
    digest     varchar(64) primary key,
    refused_at timestamptz not null
);

-- Which of the facts that make a file useful are there: the one definition of a file's completeness.
create view customer_completeness as
select facts.*, 20 * (named::int + phone::int + mail::int + platform::int + ordered::int) as percent
  from (select c.id as customer_id,
               c.name !~* '[*＊]|匿名|anonymous' as named,
               coalesce(c.phone !~ '[*]' and length(regexp_replace(c.phone, '[^0-9]', '', 'g')) >= 7, false) as phone,
               c.email is not null and c.email_bounced_at is null as mail,
               coalesce(c.platform_id !~* '匿名|anonymous'
                        and length(regexp_replace(c.platform_id, '[*＊\s]', '', 'g')) >= 2, false) as platform,
               exists (select 1 from customer_order o where o.customer_id = c.id) as ordered
          from customer c
         where c.merged_into is null and c.erased_at is null) facts;

alter table csv_import drop constraint csv_import_kind_check;
alter table csv_import add constraint csv_import_kind_check check (kind in ('REVIEWS', 'COMPLAINTS', 'ORDERS'));
