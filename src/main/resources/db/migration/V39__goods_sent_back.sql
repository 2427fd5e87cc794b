-- Where a case's goods are (decision 0006): what is here already is not asked for once more.
alter table complaint add goods varchar(15) not null default 'WITH_CUSTOMER';

-- Cases in hand: what the warehouse has taken in and not sent out since, and what it objects to just now. An objection is the only
-- way back to the negotiation from an execution of which nothing was done.
update complaint c
   set goods = 'WITH_US'
 where closed_at is null
   and ((select e.details ->> 'step' from complaint_event e
          where e.complaint_id = c.id and e.what = 'STEP_DONE' and e.details ->> 'step' in ('RECEIVE_RETURN', 'SHIP')
          order by e.id desc limit 1) = 'RECEIVE_RETURN'
        or execution_step = 'NONE' and stage <> 'EXECUTING'
           and exists (select from complaint_event e
                        where e.complaint_id = c.id and e.what = 'RENEGOTIATED'
                          and not exists (select from complaint_event r
                                           where r.complaint_id = c.id and r.what = 'REOPENED' and r.id > e.id)));
