-- The texts of cases, to be searched for any part of them whatever the language, the collation and the locale. What is alike
-- for a reader is written alike first: full width, upper case. Characters that follow each other without spaces are cut into
-- overlapping pairs, letters and digits into overlapping threes; each run ends in what is shorter, so that any part of it
-- that is shorter than a piece begins one.
create function search_text(said text) returns text
    language sql immutable parallel safe strict
    return lower(normalize(left(said, 10000), nfkc) collate "C");

-- Which characters are cut into twos, and which into threes.
create function search_letters(size integer) returns text
    language sql immutable parallel safe
    return case size when 2 then '\u2e80-\u2fff\u3005-\u3007\u3021-\u3029\u3040-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff'
                     when 3 then 'a-z0-9\u00c0-\u024f\u0370-\u1fff' end;

create function search_pieces(said text) returns tsvector
    language sql immutable parallel safe strict
    return (select coalesce(array_to_tsvector(array_agg(substr(run[1], start, size))), ''::tsvector)
              from generate_series(2, 3) size, regexp_matches(said, format('[%s]+', search_letters(size)), 'g') run,
                   generate_series(1, length(run[1])) start);

-- What the pieces of a text must be for the text to have this part in it; null when the part has no letters at all. That they
-- follow each other is for "like" to check.
create function search_query(part text) returns tsquery
    language sql immutable parallel safe strict
    return (select string_agg(distinct '''' || substr(run[1], start, size) || '''' || case when length(run[1]) < size then ':*' else '' end,
                              ' & ')::tsquery
              from generate_series(2, 3) size, regexp_matches(part, format('[%s]+', search_letters(size)), 'g') run,
                   generate_series(1, greatest(1, length(run[1]) - size + 1)) start);

-- One text per case, beside it: a case changes often and its text seldom, and each change of an indexed row is paid in all of
-- its indexes.
create table complaint_text (
    complaint_id bigint primary key references complaint (id),
    said         text   not null
);
create table review_text (
    review_id bigint primary key references review (id),
    said      text   not null
);

create function complaint_said(wanted bigint) returns text
    language sql stable as
$$
select search_text(concat_ws(E'\n', c.order_number, c.external_id, u.name, u.platform_id, c.description, c.desired_outcome, c.root_cause,
                             (select string_agg(m.text, E'\n' order by m.id) from customer_message m where m.complaint_id = c.id)))
  from complaint c join customer u on u.id = c.customer_id where c.id = wanted
$$;
create function review_said(wanted bigint) returns text
    language sql stable as
$$
select search_text(concat_ws(E'\n', r.order_number, r.external_id, u.name, u.platform_id, r.product, r.text, r.new_text))
  from review r join customer u on u.id = r.customer_id where r.id = wanted
$$;

-- Kept by triggers, so that whoever writes a case, and whatever erases a person, cannot forget it. Who comes second waits for
-- the first and then reads what both wrote.
create function keep_complaint_text(changed bigint) returns void
    language plpgsql as
$$
begin
    perform from complaint_text where complaint_id = changed for update;
    insert into complaint_text (complaint_id, said) values (changed, complaint_said(changed))
        on conflict (complaint_id) do update set said = excluded.said where complaint_text.said <> excluded.said;
end
$$;
create function keep_review_text(changed bigint) returns void
    language plpgsql as
$$
begin
    perform from review_text where review_id = changed for update;
    insert into review_text (review_id, said) values (changed, review_said(changed))
        on conflict (review_id) do update set said = excluded.said where review_text.said <> excluded.said;
end
$$;

create function complaint_changed() returns trigger
    language plpgsql as
$$
begin
    perform keep_complaint_text(new.id);
    return null;
end
$$;
create trigger complaint_text_begun after insert on complaint for each row execute function complaint_changed();
create trigger complaint_text_changed after update of customer_id, order_number, external_id, description, desired_outcome, root_cause
    on complaint for each row
    when ((old.customer_id, old.order_number, old.external_id, old.description, old.desired_outcome, old.root_cause)
          is distinct from (new.customer_id, new.order_number, new.external_id, new.description, new.desired_outcome, new.root_cause))
    execute function complaint_changed();

create function review_changed() returns trigger
    language plpgsql as
$$
begin
    perform keep_review_text(new.id);
    return null;
end
$$;
create trigger review_text_begun after insert on review for each row execute function review_changed();
create trigger review_text_changed after update of customer_id, order_number, external_id, product, text, new_text on review for each row
    when ((old.customer_id, old.order_number, old.external_id, old.product, old.text, old.new_text)
          is distinct from (new.customer_id, new.order_number, new.external_id, new.product, new.text, new.new_text))
    execute function review_changed();

create function customer_message_changed() returns trigger
    language plpgsql as
$$
begin
    perform keep_complaint_text(new.complaint_id);
    return null;
end
$$;
create trigger complaint_text_written after insert or update of text on customer_message for each row
    execute function customer_message_changed();

create function customer_renamed() returns trigger
    language plpgsql as
$$
begin
    perform keep_complaint_text(c.id) from complaint c where c.customer_id = new.id order by c.id;
    perform keep_review_text(r.id) from review r where r.customer_id = new.id order by r.id;
    return null;
end
$$;
create trigger case_text_renamed after update of name, platform_id on customer for each row
    when ((old.name, old.platform_id) is distinct from (new.name, new.platform_id)) execute function customer_renamed();

insert into complaint_text (complaint_id, said) select id, complaint_said(id) from complaint order by id;
insert into review_text (review_id, said) select id, review_said(id) from review order by id;
create index complaint_text_pieces on complaint_text using gin (search_pieces(said));
create index review_text_pieces on review_text using gin (search_pieces(said));

-- Lists by what seldom changes, newest first.
create index complaint_of_shop on complaint (shop, id desc);
create index complaint_open on complaint (id desc) where closed_at is null;
create index complaint_escalated on complaint (id desc) where escalation_level > 0 and closed_at is null and settled_at is null;
create index review_of_shop on review (shop, id desc);
create index review_open on review (id desc) where closed_at is null;

-- Who took a task, handed it on or gave it back. The engine keeps who had it last; this is what people did in between.
create table task_handling (
    id       bigint generated always as identity primary key,
    task_id  varchar(64) not null,
    at       timestamptz not null,
    who      varchar(64) not null,
    what     varchar(12) not null check (what in ('TAKEN', 'HANDED', 'GIVEN_BACK')),
    assignee varchar(64)
);
create index task_handling_task on task_handling (task_id, id);

-- Lists that people look at again: the filter as the page's address says it, nothing else.
create table saved_view (
    id         bigint generated always as identity primary key,
    owner      varchar(64)   not null,
    list       varchar(10)   not null check (list in ('CASES', 'REVIEWS')),
    name       varchar(60)   not null,
    filter     varchar(1000) not null,
    shared     boolean       not null,
    created_at timestamptz   not null,
    constraint saved_view_once unique (owner, list, name)
);
create index saved_view_shared on saved_view (list) where shared;
