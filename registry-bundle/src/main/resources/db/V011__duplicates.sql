-- ACTIVE, LEFT, ARCHIVED or MERGED: this record was found to be of the same child as another
alter table child add column merged_into bigint;
create index child_merged on child (merged_into);

create table duplicate_pair (
    id bigint not null primary key,
    -- the smaller id first
    child_a bigint not null constraint duplicate_pair_a_fk references child (id) on delete cascade,
    child_b bigint not null constraint duplicate_pair_b_fk references child (id) on delete cascade,
    -- 1 to 100, by the evidence
    likeness integer not null,
    -- codes of what agrees and what differs
    evidence varchar(500) not null,
    -- OPEN, MERGED, DIFFERENT
    state varchar(10) default 'OPEN' not null,
    found_at timestamp not null,
    decided_by bigint,
    decided_at timestamp,
    reason varchar(500),
    version integer default 1 not null,
    constraint duplicate_pair_two unique (child_a, child_b),
    constraint duplicate_pair_order check (child_a < child_b)
);
create index duplicate_pair_b on duplicate_pair (child_b);
create index duplicate_pair_open on duplicate_pair (state, likeness);

-- one merge: which rows of which tables went over, and what could not, as they were
create table child_merge (
    id bigint not null primary key,
    kept_id bigint not null constraint child_merge_kept_fk references child (id) on delete cascade,
    gone_id bigint not null constraint child_merge_gone_fk references child (id) on delete cascade,
    journal ${longtext} not null,
    merged_by bigint not null,
    merged_at timestamp not null,
    undone_by bigint,
    undone_at timestamp
);
create index child_merge_kept on child_merge (kept_id);
create index child_merge_gone on child_merge (gone_id);
