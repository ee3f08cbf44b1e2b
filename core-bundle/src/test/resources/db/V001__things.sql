create table thing (
    id bigint not null primary key,
    name varchar(200) not null,
    sex varchar(6),
    born date,
    seen timestamp,
    -- a comment; with a semicolon
    flag boolean,
    amount integer,
    price numeric(12, 2),
    parent bigint,
    content ${binary},
    story ${longtext},
    code varchar(20)${ascii},
    constraint thing_amount check (amount is null or amount >= 0)
);
create unique index thing_name on thing (name);

create table thing_note (
    id bigint not null primary key,
    thing_id bigint not null,
    constraint thing_note_thing foreign key (thing_id) references thing (id)
);
