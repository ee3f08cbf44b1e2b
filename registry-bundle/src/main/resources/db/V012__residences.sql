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
    -- the list that said so
    import_id bigint,
    constraint child_residence_days check (valid_to >= valid_from)
);
create index child_residence_place on child_residence (territory, valid_to);
create index child_residence_until on child_residence (valid_to);
create index child_residence_child on child_residence (child_id);
-- the first day at the present place; empty when it never changed
alter table child add column resident_from date;
create index child_since on child (resident_from);

-- who pays an award since its holder moved; empty: the territory that gave it
alter table award add column paid_by varchar(9);

-- a move, done at once by who may write at both places, else asked for by one side and answered by the other
create table child_transfer (
    id bigint not null primary key,
    child_id bigint not null constraint child_transfer_child_fk references child (id) on delete cascade,
    from_territory varchar(9) not null references territory (code),
    to_territory varchar(9) not null references territory (code),
    -- named without a foreign key: a school may be taken out again with the list that brought it
    school_id bigint,
    grade integer,
    grade_letter varchar(5),
    address varchar(300),
    -- the first day at the new place
    on_day date not null,
    reason varchar(500) not null,
    -- SENDER or RECEIVER: the side that asked; the other one answers
    asking varchar(8) not null,
    -- REQUESTED, DONE, REFUSED, UNDONE
    state varchar(10) not null,
    answer varchar(500),
    -- what was changed, as JSON, so that it can be undone
    journal ${longtext},
    asked_by bigint not null,
    asked_at timestamp not null,
    decided_by bigint,
    decided_at timestamp,
    version integer default 1 not null
);
create index child_transfer_child on child_transfer (child_id);
create index child_transfer_from on child_transfer (from_territory, state);
create index child_transfer_to on child_transfer (to_territory, state);

-- a child left the school or was archived; ended by its return
create table child_departure (
    id bigint not null primary key,
    child_id bigint not null constraint child_departure_child_fk references child (id) on delete cascade,
    -- LEFT, ARCHIVED
    kind varchar(10) not null,
    -- FINISHED, LEFT, ABROAD, OTHER; none in the archive
    ground varchar(10),
    on_day date not null,
    reason varchar(500) not null,
    where_to varchar(300),
    -- what was changed, as JSON, so that it can be undone
    journal ${longtext},
    made_by bigint not null,
    made_at timestamp not null,
    ended_by bigint,
    ended_at timestamp
);
create index child_departure_child on child_departure (child_id);

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
    version integer default 1 not null,
    -- TERM, WITHDRAWN: what is checked of each child
    ground varchar(10) default 'TERM' not null,
    -- as they signed in, for the paper
    proposed_login varchar(100) default '' not null,
    decided_login varchar(100),
    -- why it was refused
    answer varchar(500)
);
create index destruction_act_place on destruction_act (territory, id);
create table destruction_child (
    act_id bigint not null references destruction_act (id) on delete cascade,
    child_id bigint not null,
    -- the child's version when the act was proposed: what changed since is not destroyed
    version_then integer default 0 not null,
    primary key (act_id, child_id)
);
create index destruction_child_child on destruction_child (child_id);
-- when all that tells the person was destroyed: the row stays for sums only, and nobody finds it
alter table child add column destroyed_on date;
create index child_left on child (left_on, id);
