-- What the customer is asked for right now, since when, and until when; and what they said to the latest offer.
-- presented numbers everything ever laid before the customer for an answer; unlike round it is never taken back.
alter table complaint add column contact_confirmed boolean not null default true;
alter table complaint add column presented integer not null default 0;
alter table complaint add column answer varchar(10);
alter table complaint add column waiting_what varchar(20);
alter table complaint add column waiting_since timestamptz;
alter table complaint add column waiting_answer_by timestamptz;
alter table complaint add column waiting_until timestamptz;
alter table complaint add column waiting_round integer;
alter table complaint add column rating_score smallint;
alter table complaint add column rating_solved boolean;
alter table complaint add column rating_text text;
alter table complaint add column rating_at timestamptz;
alter table complaint add column erased_at timestamptz;
alter table complaint alter column contact_confirmed drop default;
alter table complaint alter column presented drop default;

-- Cases that are waiting for their customer while this is installed; until now both waited 48 hours for an answer.
update complaint c
   set presented = c.round, waiting_what = 'PROPOSAL', waiting_round = c.round, waiting_since = e.at,
       waiting_answer_by = e.at + interval '48 hours'
  from (select complaint_id, max(at) as at from complaint_event where what = 'PRESENTED' group by complaint_id) e
 where e.complaint_id = c.id and c.stage = 'AWAITING_CUSTOMER';
update complaint c
   set waiting_what = 'EVIDENCE', waiting_round = c.presented, waiting_since = e.at,
       waiting_answer_by = e.at + interval '48 hours'
  from (select complaint_id, max(at) as at from complaint_event where what = 'EVIDENCE_REQUESTED' group by complaint_id) e
 where e.complaint_id = c.id and c.stage = 'AWAITING_EVIDENCE';

-- What was written between the customer and the desk about a case, both ways. The key says that a message is the same one.
create table customer_message (
    id           bigint generated always as identity primary key,
    complaint_id bigint       not null references complaint (id),
    message_key  varchar(300) not null,
    source       varchar(10)  not null check (source in ('PAGE', 'MAIL', 'DESK')),
    sender       varchar(254),
    verified     boolean      not null,
    text         text         not null,
    files        uuid[]       not null,
    at           timestamptz  not null,
    read_at      timestamptz,
    read_by      varchar(64),
    constraint customer_message_once unique (complaint_id, message_key)
);
create index customer_message_unread on customer_message (complaint_id) where read_at is null;
