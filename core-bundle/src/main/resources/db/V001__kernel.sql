-- ids of every table; a node takes a thousand at a time
create sequence ids as bigint start with 1 increment by 1000;

create table job (
    id bigint not null primary key,
    kind varchar(60) not null,
    owner_id bigint not null,
    territory varchar(9),
    -- QUEUED, RUNNING, CANCELLING, DONE, CANCELLED, FAILED, INTERRUPTED
    state varchar(11) not null,
    done bigint default 0 not null,
    total bigint default 0 not null,
    -- JSON object of strings
    params ${longtext} not null,
    resume_at varchar(2000),
    -- JSON for the user
    result ${longtext},
    -- the node and its worker that runs it, and when that last gave a sign of life
    node varchar(60),
    heartbeat timestamp,
    created_at timestamp not null,
    finished_at timestamp
);
create index job_queue on job (state, kind, id);
create index job_owner on job (owner_id, id);
