-- versions of the form of the individual road map; a published one is never changed
create table road_map_form (
    id bigint not null primary key,
    form_no integer not null,
    -- DRAFT, PUBLISHED
    state varchar(10) not null,
    -- JSON: sections and fields with their names in kk, ru, en
    content ${longtext} not null,
    published_on date,
    version integer default 1 not null,
    created_by bigint not null,
    created_at timestamp not null,
    constraint road_map_form_no unique (form_no)
);

create table road_map (
    id bigint not null,
    child_id bigint not null constraint road_map_child_fk references child (id),
    form_id bigint not null references road_map_form (id),
    -- the year the school year begins in
    school_year integer not null,
    -- DRAFT, APPROVED, CLOSED
    state varchar(10) not null,
    -- JSON: values by field
    content ${longtext} not null,
    -- when it is to be approved at the latest
    due_on date not null,
    drawn_up_on date not null,
    approved_on date,
    approved_by bigint,
    -- the last day it held
    closed_on date,
    reason varchar(500),
    version integer default 1 not null,
    created_by bigint not null,
    created_at timestamp not null,
    constraint road_map_pk primary key (id),
    constraint road_map_child unique (child_id, school_year)
);
create index road_map_due on road_map (due_on, id);
create index road_map_of_child on road_map (child_id, approved_on, closed_on);

create table road_map_step (
    id bigint not null primary key,
    road_map_id bigint not null references road_map (id) on delete cascade,
    ordinal integer not null,
    title varchar(300) not null,
    -- the measure it makes use of, '' when none
    measure varchar(40) not null,
    responsible varchar(200),
    due_on date not null,
    -- PLANNED, DONE, DROPPED
    state varchar(10) default 'PLANNED' not null,
    done_on date,
    -- the result, or why it was dropped
    note varchar(500)
);
create index road_map_step_map on road_map_step (road_map_id, ordinal);
create index road_map_step_due on road_map_step (due_on);

-- steps of a deliverable that were reached, each once
create table deliverable_step (
    deliverable_id bigint not null references deliverable (id) on delete cascade,
    ordinal integer not null,
    step varchar(40) not null,
    reached_on date not null,
    document varchar(300),
    recorded_by bigint not null,
    primary key (deliverable_id, step)
);
-- the last step reached
alter table deliverable add column step varchar(40);

-- a consent to publicity may be for one material only
alter table consent add column deliverable_id bigint;
