-- one imported list; its id is its job's id
create table import_batch (
    id bigint not null primary key,
    owner bigint not null,
    territory varchar(9) not null,
    file_name varchar(300) not null,
    dry_run boolean not null,
    headings varchar(4000) default '' not null,
    mapping varchar(4000) default '' not null,
    rows_read bigint default 0 not null,
    created bigint default 0 not null,
    updated bigint default 0 not null,
    unchanged bigint default 0 not null,
    doubtful bigint default 0 not null,
    rejected bigint default 0 not null,
    undone_at timestamp,
    created_at timestamp not null,
    content ${binary} not null
);

-- headings of a user's lists and what they were taken for: offered again for the next one
create table import_mapping (
    owner bigint not null,
    heading varchar(200) not null,
    field varchar(40) not null,
    primary key (owner, heading)
);

-- what was rejected or repaired, and why
create table import_remark (
    import_id bigint not null references import_batch (id) on delete cascade,
    row_number integer not null,
    ordinal integer not null,
    -- REJECTED, DOUBTFUL, REPAIRED, WARNING
    outcome varchar(10) not null,
    column_index integer not null,
    column_name varchar(200) not null,
    -- not "found", a word that Derby keeps for itself
    found_value varchar(500) not null,
    taken varchar(500) not null,
    reason varchar(60) not null,
    args varchar(1000) not null,
    primary key (import_id, row_number, ordinal)
);

-- what a batch did to a child, so that it can be undone; old values as JSON
create table import_change (
    import_id bigint not null references import_batch (id) on delete cascade,
    child_id bigint not null,
    row_number integer not null,
    -- CREATED, UPDATED
    kind varchar(8) not null,
    version_after integer not null,
    before_json varchar(4000),
    primary key (import_id, child_id)
);

-- a row that may be a known child: a person decides
create table doubtful_pair (
    id bigint not null primary key,
    import_id bigint not null references import_batch (id) on delete cascade,
    row_number integer not null,
    child_id bigint not null,
    territory varchar(9) not null,
    evidence varchar(60) not null,
    row_json varchar(4000) not null,
    -- OPEN, SAME, DIFFERENT, DISCARDED
    decision varchar(10) default 'OPEN' not null,
    decided_by bigint,
    decided_at timestamp
);
create index doubtful_open on doubtful_pair (decision, territory);
create unique index doubtful_row on doubtful_pair (import_id, row_number);
