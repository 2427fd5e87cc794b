-- Do the desk's tables and the engine's agree? Only what does not is said; nothing means they do. It only reads, and a system
-- at work may be checked: begin isolation level repeatable read first when it is busy.
--
--   psql -qXAt -F ': ' -f check.sql
with disagreement (what, which) as (
    select 'open complaint without its flow', c.number from complaint c
     where c.closed_at is null and not exists (
           select from act_ru_execution e where e.business_key_ = c.number and e.proc_def_id_ like 'complaint-handling:%')
    union all
    select 'flow of a complaint that is closed or not there', e.business_key_ from act_ru_execution e
     where e.parent_id_ is null and e.super_exec_ is null and e.proc_def_id_ like 'complaint-handling:%' and e.business_key_ is not null
       and not exists (select from complaint c where c.number = e.business_key_ and c.closed_at is null)
    union all
    select 'open review without its flow', r.number from review r
     where r.closed_at is null and not exists (
           select from act_ru_execution e where e.business_key_ = r.number and e.proc_def_id_ like 'review-handling:%')
    union all
    select 'flow of a review that is closed or not there', e.business_key_ from act_ru_execution e
     where e.parent_id_ is null and e.super_exec_ is null and e.proc_def_id_ like 'review-handling:%' and e.business_key_ is not null
       and not exists (select from review r where r.number = e.business_key_ and r.closed_at is null)
    union all
    select 'two flows of one case', e.business_key_ from act_ru_execution e
     where e.parent_id_ is null and e.super_exec_ is null and e.business_key_ is not null
       and split_part(e.proc_def_id_, ':', 1) in ('complaint-handling', 'review-handling', 'update-delivery')
     group by e.business_key_ having count(*) > 1
    union all
    select 'message that waits without its delivery', u.update_key from customer_update u
     where u.state = 'PENDING' and not exists (
           select from act_ru_execution e where e.business_key_ = u.update_key and e.proc_def_id_ like 'update-delivery:%')
       and not exists (select from act_ru_execution e where e.business_key_ = u.case_number || '/' || u.update_key)
    union all
    select 'job that is not tried any more, without an incident', j.id_ from act_ru_job j
     where j.retries_ = 0 and j.suspension_state_ = 1 and not exists (select from act_ru_incident i where i.configuration_ = j.id_)
    union all
    select 'clock that runs for a closed complaint', k.case_number || ' ' || k.name from case_clock k
      join complaint c on c.number = k.case_number where c.closed_at is not null and k.state <> 'STOPPED'
    union all
    select 'task of a process that is not there', t.id_ from act_ru_task t
     where t.proc_inst_id_ is not null and not exists (select from act_ru_execution e where e.id_ = t.proc_inst_id_)
    union all
    select 'number given twice', number from (select number from complaint union all select number from review) n
     group by number having count(*) > 1
    union all
    select 'complaint nobody finds by its words', c.number from complaint c
     where not exists (select from complaint_text t where t.complaint_id = c.id)
)
select what, which from disagreement order by 1, 2;
