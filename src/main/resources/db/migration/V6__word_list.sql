-- What supervisors made of the word lists the application brings. Rows are only ever added: the latest one of a list is
-- in force, no words means the list as the application brings it.
create table word_list (
    list     varchar(60) not null,
    revision integer     not null,
    words    text[],
    who      varchar(64) not null,
    at       timestamptz not null,
    primary key (list, revision)
);
