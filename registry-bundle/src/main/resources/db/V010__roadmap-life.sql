-- the representative agrees to a map before it is approved; a closed one has the year's conclusion
alter table road_map add column agreed_on date;
-- who agreed, as it is signed
alter table road_map add column agreed_with varchar(300);
alter table road_map add column conclusion varchar(4000);
-- who changed content, goals or plan last: another person approves; empty for maps from before this was kept
alter table road_map add column content_by bigint;

create table road_map_goal (
    id bigint not null primary key,
    road_map_id bigint not null constraint road_map_goal_map_fk references road_map (id) on delete cascade,
    ordinal integer not null,
    title varchar(300) not null,
    -- the result hoped for
    expected varchar(500)
);
create index road_map_goal_map on road_map_goal (road_map_id);

alter table road_map_step add column goal_id bigint;
-- kind of activity or award of the measure, '' when it names the measure alone
alter table road_map_step add column type varchar(40) default '' not null;
alter table road_map_step add column expected varchar(500);
-- why it was proposed: messages as JSON, read in every language
alter table road_map_step add column why ${longtext};
-- the record that did it, PARTICIPATION or AWARD; empty while not done, or done by a person's word
alter table road_map_step add column record_kind varchar(20);
alter table road_map_step add column record_id bigint;
create index road_map_step_record on road_map_step (record_id);

-- every change of a map, with what it was before
create table road_map_change (
    id bigint not null primary key,
    road_map_id bigint not null references road_map (id) on delete cascade,
    -- the map's version after the change
    map_version integer not null,
    -- CREATED, CONTENT, AGREED, REDRAFTED, APPROVED, CLOSED, GOALS, STEP, FULFILLED, REOPENED, COPIED, UNDONE
    kind varchar(12) not null,
    before_json ${longtext},
    after_json ${longtext},
    changed_by bigint not null,
    login varchar(100) not null,
    changed_at timestamp not null
);
create index road_map_change_map on road_map_change (road_map_id, id);

-- what a job over many records has changed, so that it can be undone
create table bulk_change (
    job_id bigint not null,
    -- road-map, coordinator
    kind varchar(20) not null,
    record_id bigint not null,
    version_after integer not null,
    before_json ${longtext},
    undone_at timestamp,
    primary key (job_id, kind, record_id)
);

-- a file that a job has made, in pieces, until it has grown old
create table job_file (
    job_id bigint not null primary key,
    name varchar(100) not null,
    media_type varchar(100) not null,
    -- bytes; null while it is being written
    size bigint,
    created_at timestamp not null
);
create index job_file_age on job_file (created_at);
create table job_file_part (
    job_id bigint not null references job_file (job_id) on delete cascade,
    ordinal integer not null,
    content ${binary} not null,
    primary key (job_id, ordinal)
);
