-- filters of a list that somebody keeps under a name
create table saved_view (
    id bigint not null,
    name varchar(60) not null,
    -- address of the list, e.g. /children
    page varchar(100) not null,
    -- the filters as they stand in the address
    query varchar(1000) not null,
    owner_id bigint not null,
    -- KATO code of the unit whose people see it too, empty for the owner alone
    territory varchar(9) default '' not null,
    version integer default 1 not null,
    created_at timestamp not null,
    constraint saved_view_pk primary key (id),
    constraint saved_view_name unique (owner_id, page, name)
);
create index saved_view_shared on saved_view (page, territory);
