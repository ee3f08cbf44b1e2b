create table territory (
    code varchar(9) not null primary key,
    parent varchar(9),
    kind varchar(20) not null,
    rural boolean,
    name_kk varchar(200) not null,
    name_ru varchar(200) not null,
    name_en varchar(200) not null,
    valid_from date not null,
    valid_to date,
    -- the region a unit was split off from; before valid_from its rows belong there
    formerly varchar(9),
    version integer default 1 not null
);
create index territory_parent on territory (parent);

-- earlier names of a unit; today's stands in territory
create table territory_name (
    code varchar(9) not null references territory (code),
    valid_from date not null,
    valid_to date not null,
    name_kk varchar(200) not null,
    name_ru varchar(200) not null,
    name_en varchar(200) not null,
    primary key (code, valid_from)
);

-- SCHOOL, CENTRE, CABINET, TECHNOPARK, CAMP, SANATORIUM, UNIVERSITY, OTHER
create table organisation (
    id bigint not null primary key,
    kind varchar(20) not null,
    name varchar(300) not null,
    name_key varchar(300)${ascii} not null,
    bin varchar(12),
    territory varchar(9) not null references territory (code),
    address varchar(300),
    small_school boolean default false not null,
    resource_school boolean default false not null,
    active boolean default true not null,
    version integer default 1 not null,
    import_id bigint,
    created_at timestamp not null,
    -- a constraint, not an index: Derby's unique index lets only one row be without a value
    constraint organisation_bin unique (bin)
);
create index organisation_place on organisation (territory, kind, name_key);

create table staff (
    id bigint not null primary key,
    organisation_id bigint not null references organisation (id),
    surname varchar(100) not null,
    given_name varchar(100) not null,
    patronymic varchar(100),
    name_key varchar(300)${ascii} not null,
    -- TEACHER, PSYCHOLOGIST, METHODIST, COORDINATOR, DIRECTOR, OTHER
    position varchar(20) not null,
    valid_from date not null,
    valid_to date,
    version integer default 1 not null,
    created_at timestamp not null
);
create index staff_organisation on staff (organisation_id);
create index staff_key on staff (name_key);
