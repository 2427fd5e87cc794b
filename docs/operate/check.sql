-- Is everything there, once, and where it should be? One statement that reads; each row is something that should not be.
--
--   psql "$DATABASE" -f docs/operate/check.sql          no rows: all is well
--
-- It may run while the desk works (it sees one moment), after a restore, after a crash. The engine's times have no zone; they
-- are in that of the desk's JVMs, which the first node has written down (before that, in this session's).
-- What should have happened by now counts after ten minutes of grace: PGOPTIONS="-c desk_check.grace=30min" psql …
-- It shares nothing with the application, so a mistake there is not repeated here. docs/reliability.md says what each rule means.
with
grace as (
    select make_interval(secs => extract(epoch from coalesce(nullif(current_setting('desk_check.grace', true), ''), '10min')::interval)::float) as time
),
zone as (
    select coalesce((select value_ from act_ge_property where name_ = 'complaintdesk.time-zone'), current_setting('TimeZone')) as name
),
-- Every running flow, and where it stands.
flow as (
    select e.id_ as id, d.key_ as process, coalesce(e.business_key_, '') as key, d.history_ttl_ as kept
      from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
     where e.parent_id_ is null
),
stand as (
    select f.id, f.process, f.key, e.id_ as execution, e.act_id_ as at
      from flow f join act_ru_execution e on e.proc_inst_id_ = f.id
     where e.act_id_ is not null and not e.is_event_scope_
),
-- When what a flow is about began: the flow itself began no earlier.
begun (key, at) as (
    select number, received_at from complaint union all select number, received_at from review
    union all select update_key, created_at from customer_update
    union all select 'mail-' || id, taken_at from inbound_mail union all select 'import-' || id, uploaded_at from csv_import
),
-- Jobs that still have something to do, with their moment as an instant.
job as (
    select j.id_ as id, j.type_ as type, j.retries_ as retries, f.process, f.key, j.execution_id_ as execution,
           d.act_id_ as at, j.duedate_::timestamp at time zone zone.name as due,
           coalesce(j.duedate_, j.create_time_)::timestamp at time zone zone.name as since,
           j.lock_exp_time_::timestamp at time zone zone.name as locked_until,
           j.suspension_state_ as state
      from zone cross join act_ru_job j
      left join flow f on f.id = j.process_instance_id_
      left join act_ru_jobdef d on d.id_ = j.job_def_id_
),
-- The steps at which a case can stand, and in which stage.
complaint_step (stage, at) as (
    values ('RECEIVED', 'RecordComplaint'), ('DIAGNOSING', 'DiagnoseProblem'), ('AWAITING_EVIDENCE', 'CollectEvidence'),
           ('PROPOSING', 'ProposeSolution'), ('AWAITING_APPROVAL', 'ApproveSolution'),
           ('AWAITING_CUSTOMER', 'RecordCustomerAnswer'), ('MEDIATING', 'MediateDispute'), ('EXECUTING', 'ReceiveReturn'),
           ('EXECUTING', 'ExecuteSolution'), ('EXECUTING', 'ShipReplacement'), ('EXECUTING', 'ConfirmRefund'),
           ('FOLLOWING_UP', 'FollowUpDue'), ('FOLLOWING_UP', 'FollowUpCustomer')
),
review_step (stage, at) as (
    values ('CONTACTING', 'ContactReviewer'), ('CONTACTING', 'NextAttempt'), ('AWAITING_COMPLAINT', 'AwaitComplaint'),
           ('REPORTING', 'ReportReview'), ('AWAITING_RULING', 'RecordRuling'), ('REPLYING', 'WritePublicReply'),
           ('AWAITING_APPROVAL', 'ApproveReply'), ('RECORDING', 'RecordReviewOutcome')
),
complaint_stand as (
    select c.number, c.stage, count(distinct f.id) as flows,
           coalesce(array_agg(s.at order by s.at) filter (where s.at in (select at from complaint_step)), '{}') as at
      from complaint c
      left join flow f on f.key = c.number and f.process = 'complaint-handling'
      left join stand s on s.id = f.id
     group by c.id
),
review_stand as (
    select r.number, r.stage, count(distinct f.id) as flows,
           coalesce(array_agg(s.at order by s.at) filter (where s.at in (select at from review_step)), '{}') as at
      from review r
      left join flow f on f.key = r.number and f.process = 'review-handling'
      left join stand s on s.id = f.id
     group by r.id
),
-- A case's story, cut where the customer was asked anew, evidence was asked for anew, or the case was taken up again.
story as (
    select c.number, e.what, e.who,
           count(*) filter (where e.what in ('PRESENTED', 'AGREEMENT_DRAFTED')) over told as offer,
           count(*) filter (where e.what = 'EVIDENCE_REQUESTED') over told as request,
           count(*) filter (where e.what in ('REOPENED', 'REOPENING_ASKED')) over told as handling
      from complaint_event e join complaint c on c.id = e.complaint_id
    window told as (partition by e.complaint_id order by e.id)
),
told as (
    select number, count(*) filter (where what = 'RECEIVED') as received, count(*) filter (where what = 'CLOSED') as closed,
           count(*) filter (where what = 'REOPENING_ASKED') as taken_up, count(*) filter (where what = 'PRESENTED') as presented,
           count(*) filter (where what = 'EVIDENCE_REQUESTED') as requested
      from story group by number
),
-- What was said to customers, each message counted once however often it was sent again.
said as (
    select case_number as number, count(*) filter (where kind = 'ACKNOWLEDGEMENT') as acknowledged,
           count(*) filter (where kind = 'PROPOSAL') as proposed, count(*) filter (where kind = 'EVIDENCE_REQUEST') as asked
      from customer_update where audience = 'CUSTOMER' and resend_of is null group by case_number
),
delivery as (
    select u.update_key as key, u.state, u.route, u.audience, u.said_with, u.state = 'PENDING' or u.state = 'BOUNCED' and u.route is distinct from 'KEEP' as open,
           count(distinct f.id) as flows, array_remove(array_agg(distinct s.at), null) as at
      from customer_update u
      left join flow f on f.key = u.update_key and f.process = 'update-delivery'
      left join stand s on s.id = f.id
     group by u.id
),
-- The alarms a running clock still owes: the first missed moment is the due moment itself.
owed as (
    select k.case_number as number, k.name, k.subject, k.on_breach, k.due_at
      from case_clock k
     where k.state = 'RUNNING' and k.alarms ~ 'BREACH_1=1(\.0)?(,|$)' and k.due_at > k.watched_from
       and not string_to_array(k.raised, ',') @> array['BREACH_1']
)

-- Cases --------------------------------------------------------------------------------------------------------------------
select 'complaint-twice' as rule, min(number) as subject,
       format('%s complaints are known as %s at %s, %s', count(*), external_id, channel, shop) as detail
  from complaint where external_id is not null group by shop, channel, external_id having count(*) > 1
union all
select 'complaint-lost', r.number, format('was given out for %s at %s, %s and is not there', r.external_id, r.channel, r.shop)
  from complaint_reference r where not exists (select 1 from complaint c where c.number = r.number)
union all
select 'complaint-unguarded', c.number, format('nothing keeps %s from being taken in again', c.external_id)
  from complaint c where c.external_id is not null and not exists (
       select 1 from complaint_reference r where r.number = c.number and r.external_id = c.external_id)
union all
select 'complaint-lost', i.number, 'was opened from a file and is not there'
  from import_complaint i where not exists (select 1 from complaint c where c.number = i.number)
union all
select 'complaint-lost', p.case_number, 'was filed in the portal and is not there'
  from portal_filing p where p.case_number <> '' and not exists (select 1 from complaint c where c.number = p.case_number)
union all
select 'review-lost', r.number, format('was given out for %s and is not there', r.reference)
  from review_reference r where r.number is not null and not exists (select 1 from review v where v.number = r.number)
union all
select 'review-twice', min(v.number), format('%s reviews are known as %s at %s', count(*), external_id, platform)
  from review v where external_id is not null group by platform, external_id having count(*) > 1
union all
select 'review-unguarded', v.number, 'nothing keeps it from being taken in again'
  from review v where not exists (select 1 from review_reference r where r.number = v.number)
union all
-- Facts and flow -----------------------------------------------------------------------------------------------------------
select 'flow-of-case', number, format('%s flows run for it in stage %s', flows, stage)
  from complaint_stand where flows <> case when stage = 'CLOSED' then 0 else 1 end
union all
select 'stage', number, format('is %s and stands at %s', stage, case when at = '{}' then 'no step' else array_to_string(at, ', ') end)
  from complaint_stand s where flows = 1 and stage <> 'CLOSED'
   and not exists (select 1 from complaint_step p where p.stage = s.stage and array[p.at]::varchar[] = s.at)
union all
select 'flow-of-case', number, format('%s flows run for it in stage %s', flows, stage)
  from review_stand where flows <> case when stage = 'CLOSED' then 0 else 1 end
union all
select 'stage', number, format('is %s and stands at %s', stage, case when at = '{}' then 'no step' else array_to_string(at, ', ') end)
  from review_stand s where flows = 1 and stage <> 'CLOSED'
   and not exists (select 1 from review_step p where p.stage = s.stage and array[p.at]::varchar[] = s.at)
union all
select 'flow-without-case', f.key, format('%s %s runs for nothing that is known', f.process, f.id)
  from flow f
 where f.process in ('complaint-handling', 'complaint-mediation', 'complaint-correspondence', 'complaint-matter')
       and not exists (select 1 from complaint c where c.number = f.key)
    or f.process = 'review-handling' and not exists (select 1 from review r where r.number = f.key)
    or f.process = 'update-delivery' and not exists (select 1 from customer_update u where u.update_key = f.key)
    or f.process = 'intake-csv' and not exists (select 1 from csv_import i where 'import-' || i.id = f.key)
    or f.process = 'intake-mailbox' and not exists (select 1 from inbound_mail m where 'mail-' || m.id = f.key)
union all
select 'flow-of-case', s.number, 'is mediated by a flow that is not there, or more than one'
  from complaint_stand s where stage = 'MEDIATING' and (select count(*) from flow f where f.key = s.number and f.process = 'complaint-mediation') <> 1
union all
select 'closing', number, format('is %s, closed at %s as %s', stage, coalesce(closed_at::text, 'no time'), coalesce(closing, 'nothing'))
  from complaint where (stage = 'CLOSED') <> (closed_at is not null) or (stage = 'CLOSED') <> (closing is not null)
union all
select 'closing', number, format('is %s, closed at %s', stage, coalesce(closed_at::text, 'no time'))
  from review where (stage = 'CLOSED') <> (closed_at is not null)
union all
select 'waiting', number, format('is %s and waits for %s', stage, coalesce(waiting_what, 'nothing'))
  from complaint where stage = 'AWAITING_CUSTOMER' and waiting_what is distinct from 'PROPOSAL'
    or stage = 'AWAITING_EVIDENCE' and waiting_what is distinct from 'EVIDENCE'
union all
select 'waiting', r.number, format('waits for %s, which is closed', r.complaint_number)
  from review r join complaint c on c.number = r.complaint_number
 where r.stage = 'AWAITING_COMPLAINT' and c.stage = 'CLOSED'
   and not exists (select 1 from job j where j.key = r.number and j.at = 'AwaitComplaint' and j.type = 'message')
union all
-- The engine deletes history when its time is over, counted from the beginning, also of what still runs. What began longer ago than
-- that, or than a month (the settings may have kept it for less than they do now), may have none.
select 'history', f.key, format('%s %s runs and its history does not', f.process, f.id)
  from flow f left join act_hi_procinst h on h.id_ = f.id
 where h.end_time_ is not null
    or h.id_ is null and not exists (select 1 from begun b where b.key = f.key and b.at < now() - make_interval(days => least(f.kept, 30)))
union all
select 'history', coalesce(h.business_key_, h.id_), format('%s %s has a history that goes on and does not run', h.proc_def_key_, h.id_)
  from act_hi_procinst h where h.end_time_ is null and not exists (select 1 from act_ru_execution e where e.id_ = h.id_)
union all
-- What happened, and what customers did -------------------------------------------------------------------------------------
select 'story', c.number, format('received %s times, closed %s times, taken up again %s times', coalesce(t.received, 0),
                                 coalesce(t.closed, 0), coalesce(t.taken_up, 0))
  from complaint c left join told t on t.number = c.number
 where t.received is distinct from 1 or t.closed - t.taken_up <> (c.stage = 'CLOSED')::int
union all
select 'answered-twice', number, format('offer %s was answered %s times', offer, count(*))
  from story where what in ('ACCEPTED', 'DECLINED', 'AGREED', 'NOT_AGREED') group by number, offer having count(*) > 1
union all
select 'answered-twice', number, format('what was asked for came %s times', count(*))
  from story where what = 'EVIDENCE_RECORDED' group by number, request having count(*) > 1
union all
select 'answered-twice', number, format('was %s %s times in one handling', lower(what), count(*))
  from story where what in ('RATED', 'WITHDRAWN', 'FOLLOWED_UP', 'SETTLED') group by number, handling, what having count(*) > 1
union all
select 'message-unread', c.number, format('%s unread messages, %s tasks to read them', count(m.id), count(distinct s.execution))
  from complaint c
  left join customer_message m on m.complaint_id = c.id and m.read_at is null and m.source <> 'DESK'
  left join stand s on s.key = c.number and s.at = 'ReadCustomerMessage'
 group by c.id having (count(m.id) > 0) <> (count(distinct s.execution) > 0) or count(distinct s.execution) > 1
union all
select 'matter', c.number, format('%s open matters outside, %s flows that see to them', count(distinct m.id), count(distinct f.id))
  from complaint c
  left join outside_matter m on m.case_number = c.number and m.closed_at is null
  left join flow f on f.key = c.number and f.process = 'complaint-matter'
 group by c.id having count(distinct m.id) <> count(distinct f.id)
union all
-- What customers and colleagues hear ------------------------------------------------------------------------------------------
select 'not-told', c.number, format('received and acknowledged %s times', coalesce(s.acknowledged, 0))
  from complaint c left join said s on s.number = c.number where coalesce(s.acknowledged, 0) <> 1
union all
select 'not-told', t.number, format('%s offers presented, %s proposals written; evidence asked for %s times, %s requests written',
                                    t.presented, coalesce(s.proposed, 0), t.requested, coalesce(s.asked, 0))
  from told t left join said s on s.number = t.number
 where t.presented <> coalesce(s.proposed, 0) or t.requested <> coalesce(s.asked, 0)
union all
select 'delivery', d.key, format('is %s by %s; %s deliveries are under way', d.state, coalesce(d.route, 'no route'), d.flows)
  from delivery d
 where d.flows <> case when d.open and d.said_with is null then 1 else 0 end
union all
select 'delivery', d.key, format('goes by %s and stands at %s', d.route, coalesce(nullif(array_to_string(d.at, ', '), ''), 'no step'))
  from delivery d
 where d.open and d.flows = 1 and not d.at && case d.route when 'MAIL' then array['SendMail'] when 'TELL' then array['TellCustomer']
                                                   when 'WAIT' then array['WaitToSend', 'TimeToSend'] else '{}' end::varchar[]
union all
select 'delivery', d.key, 'is to be mailed and no job does it'
  from delivery d
 where d.open and d.route = 'MAIL' and d.said_with is null and not exists (select 1 from job j where j.key = d.key and j.at = 'SendMail')
union all
select 'delivery', n.update_key, format('is %s in a bundle that is %s', n.state, coalesce(b.state, 'not there'))
  from customer_update n left join customer_update b on b.update_key = n.said_with
 where n.said_with is not null and n.audience = 'STAFF' and n.state is distinct from b.state
union all
select 'delivery', update_key, format('is %s, sent at %s', state, coalesce(sent_at::text, 'no time'))
  from customer_update where (state in ('SENT', 'BOUNCED')) <> (sent_at is not null)
union all
-- Clocks and alarms ---------------------------------------------------------------------------------------------------------
select 'alarm-missed', o.number, format('%s%s was due at %s and nobody was told', o.name, coalesce(' ' || nullif(o.subject, ''), ''), o.due_at)
  from owed o, grace where o.due_at < now() - grace.time
union all
select 'alarm-unwatched', o.number, format('%s is due at %s and no timer comes by then', o.name, o.due_at)
  from owed o
 where o.subject = '' and o.name in ('FIRST_RESPONSE', 'PROPOSAL', 'SETTLEMENT', 'EXECUTION')
   and not exists (select 1 from job j where j.key = o.number and j.type = 'timer' and j.due <= o.due_at + interval '1 second'
                      and (o.on_breach = 'ESCALATE' and j.at in ('SettlementOverdue', 'StillUnsettled', 'SupervisionOverdue')
                           or (o.on_breach <> 'ESCALATE' or exists (select 1 from stand s where s.key = o.number and s.at = 'SuperviseOverdueCase'))
                              and j.at in ('NextAlarm', 'FurtherAlarm')))
union all
select 'alarm-twice', min(k.case_number), format('%s %s was raised %s times in one run', k.name, a.level, count(*))
  from clock_alarm a join case_clock k on k.id = a.clock_id group by a.clock_id, k.name, a.run, a.level having count(*) > 1
union all
select 'alarm-untold', k.case_number, format('%s %s was raised at %s and no colleague was written to', k.name, a.level, a.raised_at)
  from clock_alarm a join case_clock k on k.id = a.clock_id
 where a.escalates and not a.covered and k.case_number like 'C-%' and not exists (
       select 1 from customer_update u where u.case_number = k.case_number and u.audience = 'STAFF'
          and u.created_at between a.raised_at - interval '1 second' and a.raised_at + interval '1 minute')
union all
select 'alarm-ledger', k.case_number, format('%s says %s was raised, its alarms do not', k.name, l.level)
  from case_clock k cross join lateral unnest(string_to_array(nullif(k.raised, ''), ',')) as l(level)
 where k.version <> '–' and not exists (select 1 from clock_alarm a where a.clock_id = k.id and a.level = l.level)
union all
select 'clock', c.number, format('is %s and its settlement clock is %s', c.stage, coalesce(k.state, 'not there'))
  from complaint c left join case_clock k on k.case_number = c.number and k.name = 'SETTLEMENT'
 where (c.closed_at is null and c.settled_at is null and c.stage <> 'FOLLOWING_UP') <> (coalesce(k.state, 'STOPPED') <> 'STOPPED')
union all
select 'clock', c.number, format('says %s, due %s; its settlement clock says %s, due %s', c.settlement_clock, c.settlement_due, k.state, k.due_at)
  from complaint c join case_clock k on k.case_number = c.number and k.name = 'SETTLEMENT'
 where c.settlement_clock <> k.state or k.state = 'RUNNING' and c.settlement_due is distinct from k.due_at
union all
select 'clock', c.number, 'has messages that nobody has read, and no clock counts how long their answer takes'
  from complaint c
 where c.erased_at is null and exists (select 1 from customer_message m where m.complaint_id = c.id and m.read_at is null)
   and not exists (select 1 from case_clock k where k.case_number = c.number and k.name = 'NEXT_RESPONSE' and k.state <> 'STOPPED')
union all
-- Jobs ---------------------------------------------------------------------------------------------------------------------
select 'job-stuck', coalesce(j.key, j.id), format('%s at %s has no attempts left and no incident says so', j.type, j.at)
  from job j where j.retries = 0 and not exists (select 1 from act_ru_incident i where i.configuration_ = j.id)
union all
select 'job-late', coalesce(j.key, j.id), format('%s at %s was to run at %s', j.type, j.at, j.since)
  from job j, grace
 where j.retries > 0 and j.state = 1 and j.since < now() - grace.time and coalesce(j.locked_until, '-infinity') < now()
union all
select 'incident', coalesce(i.proc_inst_id_, i.id_), format('speaks of job %s, which is not there', i.configuration_)
  from act_ru_incident i
 where i.incident_type_ = 'failedJob' and i.cause_incident_id_ = i.id_ and not exists (select 1 from job j where j.id = i.configuration_)
union all
select 'task', t.id_, format('%s belongs to no flow', t.task_def_key_)
  from act_ru_task t where not exists (select 1 from flow f where f.id = t.proc_inst_id_)
union all
-- What arrives in bulk or by mail, and files ------------------------------------------------------------------------------------
select 'import', 'import-' || i.id, format('%s of %s rows done: %s created, %s known, %s counted, %s rejected', done, total, created,
                                           duplicates, counted, rejected)
  from csv_import i where done <> created + duplicates + counted + rejected or done > total or finished_at is not null and done <> total
union all
select 'import', 'import-' || i.id, format('%s flows take it in, %s rows wait', (select count(*) from flow f where f.key = 'import-' || i.id),
                                           (select count(*) from import_row r where r.import_id = i.id))
  from csv_import i
 where (i.finished_at is null) <> ((select count(*) from flow f where f.key = 'import-' || i.id and f.process = 'intake-csv') = 1)
    or i.finished_at is not null and exists (select 1 from import_row r where r.import_id = i.id)
union all
select 'import', 'import-' || i.id, format('%s rows rejected, %s kept', i.rejected, count(r.position))
  from csv_import i left join import_reject r on r.import_id = i.id group by i.id having count(r.position) <> i.rejected
union all
select 'mail', 'mail-' || m.id, format('is %s and %s flows handle it', m.state, count(f.id))
  from inbound_mail m left join flow f on f.key = 'mail-' || m.id and f.process = 'intake-mailbox'
 group by m.id having count(f.id) <> (m.state in ('NEW', 'ASKED'))::int
union all
select 'mail', 'mail-' || m.id, format('is %s and its case %s is not there', m.state, coalesce(m.case_number, 'without number'))
  from inbound_mail m where m.state in ('OPENED', 'JOINED') and not exists (select 1 from case_shop c where c.number = m.case_number)
union all
select 'file', f.id::text, format('%s has %s bytes, %s are kept', f.name, f.size, coalesce(sum(length(p.bytes)), 0))
  from evidence_file f left join evidence_piece p on p.file_id = f.id
 where f.scan <> 'INFECTED' group by f.id having coalesce(sum(length(p.bytes)), 0) <> f.size
union all
select 'file', f.id::text, format('%s is not what it was when it came', f.name)
  from evidence_file f
 where f.scan <> 'INFECTED' and f.size < 100000000
   and (select encode(sha256(string_agg(p.bytes, ''::bytea order by p.position)), 'hex') from evidence_piece p where p.file_id = f.id) <> f.sha256
union all
select 'file', f.id::text, format('%s belongs to %s, which is not there', f.name, f.case_number)
  from evidence_file f where f.case_number is not null and not exists (select 1 from case_shop c where c.number = f.case_number)
union all
select 'audit', 'line ' || (max(line) + 1 - count(*)), format('%s lines, the last is number %s', count(*), max(line))
  from audit_line having max(line) <> count(*)
order by 1, 2;
