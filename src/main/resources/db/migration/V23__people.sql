-- What people are good at. Who has no row of a kind can do all of it.
create table person_skill (
    person varchar(64) not null,
    kind   varchar(20) not null check (kind in ('CATEGORY', 'PLATFORM', 'LANGUAGE')),
    value  varchar(40) not null,
    primary key (person, kind, value)
);

-- When somebody last got a new task, as a running number: the lowest is next. Who never got one has 0.
create table assignment_turn (
    person varchar(64) primary key,
    turn   bigint not null default 0
);
create sequence assignment_turn_number;

-- What somebody who leaves hands over besides their tasks: the open cases they handle.
create index complaint_open_by_handler on complaint (handler) where closed_at is null and handler is not null;
create index review_open_by_handler on review (handler) where closed_at is null and handler is not null;
