-- What people are good at. Who has no row of a kind can do all of it.
create table person_skill (
    person varchar(64) not null,
    kind   varchar(20) not null check (kind in ('CATEGORY', 'PLATFORM', 'LANGUAGE')),
    value  varchar(40) not null,
    primary key (person, kind, value)
);

-- How many new tasks somebody was given by turns: the lowest is next. Who was away is brought near the others, so it is no figure.
create table assignment_turn (
    person varchar(64) primary key,
    turn   bigint not null default 0
);

-- What somebody who leaves hands over besides their tasks: the open cases they handle.
create index complaint_open_by_handler on complaint (handler) where closed_at is null and handler is not null;
create index review_open_by_handler on review (handler) where closed_at is null and handler is not null;
