-- one imported list; its id is its job's id
create table import_batch (
    id bigint not null primary key,
    owner bigint not null,
    -- the unit the list was said to be of; '' when nothing was said
    territory varchar(9) not null,
    file_name varchar(300) not null,
    dry_run boolean not null,
    -- QUEUED, RUNNING, CANCELLING, DONE, CANCELLED, FAILED, UNDONE
    state varchar(10) default 'QUEUED' not null,
    header_row integer not null,
    -- JSON: the columns' names in their order, and what they were taken for by name
    headings ${longtext} not null,
    mapping ${longtext} not null,
    rows_total bigint default 0 not null,
    rows_read bigint default 0 not null,
    created bigint default 0 not null,
    updated bigint default 0 not null,
    unchanged bigint default 0 not null,
    doubtful bigint default 0 not null,
    rejected bigint default 0 not null,
    created_at timestamp not null,
    finished_at timestamp,
    undone_at timestamp,
    content ${binary} not null
);
create index import_batch_owner on import_batch (owner, id);

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
    row_no integer not null,
    ordinal integer not null,
    -- REJECTED, DOUBTFUL, REPAIRED, WARNING
    outcome varchar(10) not null,
    column_index integer not null,
    column_name varchar(200) not null,
    -- not "found", a word that Derby keeps for itself
    found_value varchar(500) not null,
    taken varchar(500) not null,
    reason varchar(60) not null,
    -- JSON
    args varchar(2000) not null,
    primary key (import_id, row_no, ordinal)
);

-- what a batch did to a child, so that it can be undone; old and new values as JSON
create table import_change (
    import_id bigint not null references import_batch (id) on delete cascade,
    child_id bigint not null,
    row_no integer not null,
    -- CREATED, UPDATED
    kind varchar(8) not null,
    version_after integer not null,
    before_json ${longtext},
    -- why an undo left the child alone: CHANGED, USED, OUTSIDE
    kept varchar(10),
    primary key (import_id, child_id)
);

-- a row that may be a known child: a person decides
create table doubtful_pair (
    id bigint not null primary key,
    import_id bigint not null references import_batch (id) on delete cascade,
    row_no integer not null,
    child_id bigint not null,
    territory varchar(9) not null,
    evidence varchar(60) not null,
    -- JSON: the row's cells by column
    row_json ${longtext} not null,
    -- the same doubt about the same values is asked once, however often the list comes
    row_key varchar(64) not null,
    -- OPEN, SAME, DIFFERENT, DISCARDED
    decision varchar(10) default 'OPEN' not null,
    decided_by bigint,
    decided_at timestamp
);
create index doubtful_open on doubtful_pair (decision, id);
create index doubtful_key on doubtful_pair (row_key);
create unique index doubtful_row on doubtful_pair (import_id, row_no);
