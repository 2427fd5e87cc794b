-- A night's bundle of one notice repeats it whole; that of a person who was erased says what the notice says since, and if it still
-- waits for the mail server, nothing: then it does not go out. Bundles of several name nobody.
update customer_update bundle
   set body = case bundle.state when 'PENDING' then '' else only_one.body end, rejection = null, delay = null
  from customer_update only_one
  left join complaint c on c.number = only_one.case_number
  left join review r on r.number = only_one.case_number
  join customer k on k.id = coalesce(c.customer_id, r.customer_id) and k.erased_at is not null
 where bundle.kind = 'BUNDLE' and bundle.body <> '' and bundle.update_key = only_one.said_with and only_one.audience = 'STAFF'
   and not exists (select 1 from customer_update other where other.said_with = bundle.update_key and other.id <> only_one.id);
