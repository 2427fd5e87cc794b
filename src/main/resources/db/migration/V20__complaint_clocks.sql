-- What the settlement's clock says, kept for lists and never written by the complaint itself.
alter table complaint alter column settlement_due drop not null;
alter table complaint add column settlement_clock varchar(8) not null default 'STOPPED'
    check (settlement_clock in ('RUNNING', 'WAITING', 'STOPPED'));
drop index complaint_open_by_settlement_due;
create index complaint_open_by_settlement_due on complaint (settlement_due) where settlement_clock = 'RUNNING';

-- Complaints that are open while this is installed keep the time that was promised to them. Who waits for the customer
-- has waited since they were asked. Their other clocks begin with the next thing that happens to them.
create temporary table upgraded on commit drop as
select c.id, c.number, c.shop, c.channel, coalesce(c.severity, 'P3') as severity, c.category, c.settlement_due,
       c.escalation_level as level, started.at as started_at,
       'PT' || greatest(extract(epoch from c.settlement_due - started.at), 1)::numeric(20, 6) || 'S' as target,
       case when c.waiting_what in ('EVIDENCE', 'PROPOSAL', 'AGREEMENT')
             and not exists (select 1 from customer_message m where m.complaint_id = c.id and m.read_at is null and m.verified)
            then c.waiting_what end as waits_for,
       greatest(c.waiting_since, started.at) as waits_since,
       to_char(greatest(c.waiting_since, started.at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as since
  from complaint c
 cross join lateral (select coalesce((select max(e.at) from complaint_event e where e.complaint_id = c.id and e.what = 'REOPENED'),
                                     c.received_at) as at) started
 where c.closed_at is null and c.settled_at is null and c.stage <> 'FOLLOWING_UP';

-- A level that the case stands at comes no more. When a new time was promised the next one comes then; of what had been
-- missed before, only a first level that nobody was told of still comes.
insert into case_clock (case_number, name, run, state, started_at, watched_from, interruptions, waits, target, calendar, alarms,
                        on_breach, due_set, rule, version, table_version, checked_version, severity, category, channel, shop,
                        raised, due_at)
select number, 'SETTLEMENT', 1, case when waits_for is null then 'RUNNING' else 'WAITING' end, started_at,
       case when level = 0 and settlement_due < now() then greatest(settlement_due - interval '1 second', started_at) else now() end,
       case when waits_for is null then '[]'::jsonb
            else jsonb_build_array(jsonb_build_object('kind', 'WAITING', 'from', since, 'to', null, 'by', 'system', 'why', waits_for)) end,
       case when waits_for is null then '[]'::jsonb
            else jsonb_build_array(jsonb_build_object('reason', jsonb_build_object('word', waits_for, 'detail', null),
                                                      'by', 'system', 'since', since)) end,
       target, 'ROUND_THE_CLOCK|Asia/Shanghai|none|always',
       case when settlement_due < now() or level = 0 then 'WARNING=0.8,BREACH_1=1,BREACH_2=1.5,BREACH_3=2'
            when level = 1 then 'BREACH_2=1,BREACH_3=1.5' else 'BREACH_3=1' end,
       'ESCALATE', true, '升级前', '–', 'before', 'before', severity, category, channel, shop,
       concat_ws(',', case when level > 0 then 'WARNING' end, case when level > 0 then 'BREACH_1' end,
                 case when level > 1 then 'BREACH_2' end, case when level > 2 then 'BREACH_3' end),
       settlement_due
  from upgraded;

insert into clock_entry (clock_id, what, at, recorded_at, who, why, rule, version, target, calendar, due_at)
select k.id, 'STARTED', u.started_at, now(), 'system', 'BEFORE', k.rule, k.version, k.target, k.calendar, k.due_at
  from upgraded u join case_clock k on k.case_number = u.number and k.name = 'SETTLEMENT';
insert into clock_entry (clock_id, what, at, recorded_at, who, why, rule, version, target, calendar, due_at)
select k.id, 'PAUSED', u.waits_since, now(), 'system', u.waits_for, k.rule, k.version, k.target, k.calendar, k.due_at
  from upgraded u join case_clock k on k.case_number = u.number and k.name = 'SETTLEMENT' where u.waits_for is not null;

update complaint c set settlement_clock = k.state from case_clock k where k.case_number = c.number and k.name = 'SETTLEMENT';
