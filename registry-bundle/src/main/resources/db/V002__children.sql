create table child (
    id bigint not null,
    iin varchar(12),
    document_kind varchar(40),
    document_number varchar(40),
    no_iin_reason varchar(300),
    surname varchar(100),
    given_name varchar(100) not null,
    patronymic varchar(100),
    -- folded names in both orders (surname first, given name first), and the Kazakh alphabet's order
    key_surname varchar(300)${ascii} not null,
    key_given varchar(300)${ascii} not null,
    sort_key varchar(400)${ascii} not null,
    birth_date date not null,
    sex varchar(6) not null,
    territory varchar(9) not null references territory (code),
    address varchar(300),
    school_id bigint references organisation (id),
    grade integer,
    grade_letter varchar(5),
    language varchar(2),
    -- ACTIVE, LEFT (finished or left the school), ARCHIVED
    state varchar(10) default 'ACTIVE' not null,
    registered_on date not null,
    left_on date,
    import_id bigint,
    version integer default 1 not null,
    updated_at timestamp not null,
    -- a constraint, not an index: Derby's unique index lets only one row be without a value
    constraint child_iin unique (iin),
    constraint child_pk primary key (id),
    constraint child_grade check (grade is null or (grade >= 0 and grade <= 12))
);
create index child_document on child (document_number);
create index child_territory on child (territory, sort_key, id);
create index child_sort on child (sort_key, id);
create index child_key_surname on child (key_surname);
create index child_key_given on child (key_given);
create index child_birth on child (birth_date);
create index child_school on child (school_id);
create index child_import on child (import_id);

-- Derby keeps no second index beside a foreign key's own, PostgreSQL makes none for it: the key is named for the one, the index for the other
create table child_category (
    id bigint not null primary key,
    child_id bigint not null constraint child_category_child_fk references child (id) on delete cascade,
    category varchar(20) not null,
    ground_kind varchar(100),
    ground_number varchar(100),
    ground_date date,
    valid_from date not null,
    valid_to date,
    import_id bigint
);
create index child_category_child on child_category (child_id);

create table child_talent (
    id bigint not null primary key,
    child_id bigint not null constraint child_talent_child_fk references child (id) on delete cascade,
    field varchar(20) not null,
    subject varchar(200),
    proposed_by varchar(200),
    identified_on date not null,
    import_id bigint
);
create index child_talent_child on child_talent (child_id);

create table representative (
    id bigint not null primary key,
    child_id bigint not null constraint representative_child_fk references child (id) on delete cascade,
    name varchar(300) not null,
    -- MOTHER, FATHER, GUARDIAN, OTHER
    relation varchar(10) default 'OTHER' not null,
    phone varchar(40),
    import_id bigint
);
create index representative_child on representative (child_id);

create table consent (
    id bigint not null primary key,
    child_id bigint not null constraint consent_child_fk references child (id) on delete cascade,
    -- without a foreign key: Derby refuses a second way of deletion from child, beside that of child_id
    representative_id bigint,
    -- PROCESSING, PUBLICITY, TRANSFER
    purpose varchar(12) not null,
    given_on date not null,
    valid_to date,
    withdrawn_on date,
    template varchar(40) not null,
    import_id bigint
);
create index consent_child on consent (child_id);

-- named so since Derby keeps the word diagnostics for itself
create table diagnostic_result (
    id bigint not null primary key,
    child_id bigint not null constraint diagnostic_result_child_fk references child (id) on delete cascade,
    held_on date not null,
    method varchar(200) not null,
    score varchar(60),
    norm varchar(60),
    conclusion varchar(2000),
    psychologist varchar(200),
    next_on date
);
create index diagnostic_result_child on diagnostic_result (child_id);

create table achievement (
    id bigint not null primary key,
    child_id bigint not null constraint achievement_child_fk references child (id) on delete cascade,
    event varchar(300) not null,
    organiser varchar(300),
    level varchar(15) not null,
    field varchar(20),
    stage varchar(100),
    -- 1, 2, 3; null for a prize or mere participation
    place integer,
    prize boolean default false not null,
    won_on date not null,
    coach_id bigint references staff (id),
    coach_name varchar(300)
);
create index achievement_child on achievement (child_id);
create index achievement_coach on achievement (coach_id);
