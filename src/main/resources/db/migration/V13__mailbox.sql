-- Mail that came in, raw first: whatever is understood of it comes later.
create table inbound_mail (
    id             bigint generated always as identity primary key,
    -- What makes it this mail wherever it lies: its sender, date, subject, Message-ID and body, hashed.
    content_key    char(64)    not null unique,
    size           bigint      not null,
    -- False when it is larger than we keep: then raw holds its beginning and the rest stays in the mailbox.
    whole          boolean     not null,
    -- Null once it is thrown away.
    raw            bytea,
    arrived_at     timestamptz not null,
    taken_at       timestamptz not null,
    state          varchar(20) not null default 'NEW'
        check (state in ('NEW', 'ASKED', 'OPENED', 'JOINED', 'RETURNED', 'KEPT')),
    reason         varchar(30),
    nature         varchar(20),
    spam           boolean     not null default false,
    authentication varchar(20),
    message_id     varchar(500),
    sender         varchar(320),
    sender_name    varchar(200),
    subject        varchar(500) not null default '',
    body           text         not null default '',
    quoted         text         not null default '',
    language       varchar(5),
    -- Names of the files in it, and what a reader should know about it.
    attachments    text[]      not null default '{}',
    hints          text[]      not null default '{}',
    -- The case it refers to or belongs to; whether it surely is its customer's.
    case_number    varchar(20),
    verified       boolean     not null default false,
    customer_id    bigint,
    decided_by     varchar(64),
    decided_at     timestamptz,
    note           varchar(2000)
);
-- Raw mails are read in pieces.
alter table inbound_mail alter column raw set storage external;
create index inbound_mail_latest on inbound_mail (taken_at desc, id desc);
create index inbound_mail_sender on inbound_mail (sender, taken_at);
create index inbound_mail_case on inbound_mail (case_number) where case_number is not null;
create index inbound_mail_unfinished on inbound_mail (state, taken_at) where state in ('NEW', 'ASKED');

-- Where it was found. The same mail can lie in several places, or be numbered anew by its server.
create table mail_place (
    mailbox      varchar(400) not null,
    uid_validity bigint       not null,
    uid          bigint       not null,
    mail_id      bigint       not null references inbound_mail (id),
    filed_at     timestamptz,
    primary key (mailbox, uid_validity, uid)
);
create index mail_place_mail on mail_place (mail_id);

-- Which node reads a mailbox, and how it goes.
create table mailbox_reader (
    mailbox       varchar(400) primary key,
    node          varchar(100) not null,
    reads_until   timestamptz  not null,
    looked_at     timestamptz,
    waits_idle    boolean      not null default false,
    problem       text,
    problem_since timestamptz,
    compared_at   timestamptz,
    in_mailbox    integer
);

-- What the latest comparison of mailbox, records and cases found.
create table mailbox_finding (
    mailbox varchar(400) not null,
    what    varchar(20)  not null,
    mail_id bigint,
    uid     bigint,
    about   varchar(1000) not null,
    since   timestamptz  not null
);
