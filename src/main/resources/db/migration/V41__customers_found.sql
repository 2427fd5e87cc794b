-- What a customer's file is found by a part of, as texts of cases are (V27). The index is on the row itself: a name that is
-- corrected or erased cannot be found by any more, whoever changed it.
create function customer_text(name text, platform_id text) returns text
    language sql immutable parallel safe
    return search_text(name || E'\n' || coalesce(platform_id, ''));
create index customer_pieces on customer using gin (search_pieces(customer_text(name, platform_id)));

create function search_pattern(part text) returns text
    language sql immutable parallel safe strict
    return '%' || regexp_replace(part, '([\\%_])', '\\\1', 'g') || '%';

-- The latest files, or those they became part of, with this part in them. Always by the index: to make the pieces of one name
-- takes as long as to read a hundred, so looking at one file after the other is never the quicker way, whatever the planner
-- thinks of the part's frequency. Most have it as it is written; only the others are made alike to be compared.
create function customers_called(part text, most integer) returns setof bigint
    language sql stable strict
    set enable_seqscan = off set enable_indexscan = off set max_parallel_workers_per_gather = 0 set jit = off as
$$
select coalesce(k.merged_into, k.id) from customer k
 where search_pieces(customer_text(k.name, k.platform_id)) @@ search_query(part) and k.erased_at is null
   and (k.name like (select search_pattern(part)) or k.platform_id like (select search_pattern(part))
        or customer_text(k.name, k.platform_id) like (select search_pattern(part)))
 order by k.id desc limit most
$$;

-- The last digits are what everyone sees of a phone.
create index customer_last_digits on customer (right(regexp_replace(phone, '[^0-9]', '', 'g'), 4)) where phone is not null;

-- The newest files of one shop, for whoever sees only some.
create index complaint_customer_of_shop on complaint (shop, customer_id desc);
create index review_customer_of_shop on review (shop, customer_id desc);
create index customer_order_customer_of_shop on customer_order (shop, customer_id desc);
