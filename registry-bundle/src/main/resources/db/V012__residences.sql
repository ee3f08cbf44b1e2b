-- where a child lived and went to school before; the present is in the child's own row
create table child_residence (
    id bigint not null primary key,
    child_id bigint not null constraint child_residence_child_fk references child (id) on delete cascade,
    territory varchar(9) not null references territory (code),
    school_id bigint references organisation (id),
    grade integer,
    -- both ends included
    valid_from date not null,
    valid_to date not null,
    moved_by bigint not null,
    moved_at timestamp not null,
    constraint child_residence_days check (valid_to >= valid_from)
);
create index child_residence_place on child_residence (territory, valid_to);
-- the first day at the present place; empty when it never changed
alter table child add column resident_from date;

-- who pays an award since its holder moved; empty: the territory that gave it
alter table award add column paid_by varchar(9);

-- acts of destruction (Law no. 94-V): what was destroyed, without saying whose
create table destruction_act (
    id bigint not null primary key,
    act_number varchar(60) not null,
    act_date date not null,
    territory varchar(9) not null,
    reason varchar(500) not null,
    children integer not null,
    -- rows by table, as JSON
    contents ${longtext} not null,
    proposed_by bigint not null,
    proposed_at timestamp not null,
    decided_by bigint,
    decided_at timestamp,
    -- PROPOSED, DONE, REFUSED
    state varchar(10) not null,
    version integer default 1 not null
);
create table destruction_child (
    act_id bigint not null references destruction_act (id) on delete cascade,
    child_id bigint not null,
    primary key (act_id, child_id)
);
