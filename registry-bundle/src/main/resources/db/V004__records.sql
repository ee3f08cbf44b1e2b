create table activity (
    id bigint not null primary key,
    measure varchar(40) not null,
    type varchar(40) not null,
    title varchar(300) not null,
    territory varchar(9) not null references territory (code),
    organisation_id bigint references organisation (id),
    place varchar(300),
    starts date not null,
    ends date not null,
    hours integer,
    seats integer,
    seats_taken integer default 0 not null,
    -- PLANNED, OPEN, HELD, CANCELLED
    state varchar(10) default 'PLANNED' not null,
    reason varchar(500),
    fields varchar(4000) default '{}' not null,
    version integer default 1 not null,
    created_by bigint not null,
    created_at timestamp not null,
    constraint activity_dates check (ends >= starts),
    constraint activity_seats check (seats is null or seats_taken <= seats),
    constraint activity_taken check (seats_taken >= 0)
);
create index activity_measure on activity (measure, starts, territory);
create index activity_territory on activity (territory, measure);

create table participation (
    id bigint not null primary key,
    activity_id bigint not null references activity (id),
    child_id bigint constraint participation_child_fk references child (id),
    staff_id bigint references staff (id),
    -- APPLIED, ACCEPTED, WAITING, REFUSED, ATTENDED, ABSENT
    state varchar(10) not null,
    reason varchar(500),
    applied_at timestamp not null,
    version integer default 1 not null,
    constraint participation_who check ((child_id is null and staff_id is not null) or (child_id is not null and staff_id is null)),
    -- constraints, not indexes: Derby's unique index takes NULLs for equal
    constraint participation_child unique (activity_id, child_id),
    constraint participation_staff unique (activity_id, staff_id)
);
create index participation_of_child on participation (child_id);
create index participation_of_staff on participation (staff_id);

-- the roll: who was present in which session
create table activity_session (
    id bigint not null primary key,
    activity_id bigint not null references activity (id),
    held_on date not null,
    topic varchar(300)
);
create index activity_session_activity on activity_session (activity_id, held_on);

create table presence (
    session_id bigint not null references activity_session (id) on delete cascade,
    participation_id bigint not null references participation (id),
    present boolean not null,
    primary key (session_id, participation_id)
);
create index presence_participation on presence (participation_id);

-- a cap for a measure, kind of award, territory and year; used only moves by the conditional update
create table quota (
    id bigint not null primary key,
    measure varchar(40) not null,
    type varchar(40) not null,
    territory varchar(9) not null,
    quota_year integer not null,
    cap integer not null,
    used integer default 0 not null,
    version integer default 1 not null,
    constraint quota_cap check (used <= cap and used >= 0)
);
create unique index quota_key on quota (measure, type, territory, quota_year);

create table award (
    id bigint not null primary key,
    measure varchar(40) not null,
    type varchar(40) not null,
    award_year integer not null,
    territory varchar(9) not null references territory (code),
    child_id bigint constraint award_child_fk references child (id),
    staff_id bigint references staff (id),
    quota_id bigint references quota (id),
    -- PROPOSED, COMMISSION, APPROVED, ISSUED, ENDED, RETURNED, REFUSED
    state varchar(10) not null,
    reason varchar(500),
    document_number varchar(60),
    place varchar(300),
    date_from date,
    date_to date,
    -- tiyn
    amount bigint,
    source varchar(20),
    -- filled while the award holds its place, so that a second of the kind is refused by the database
    holder_key varchar(120),
    fields varchar(4000) default '{}' not null,
    proposed_by bigint not null,
    approved_by bigint,
    version integer default 1 not null,
    created_at timestamp not null,
    constraint award_who check ((child_id is null and staff_id is not null) or (child_id is not null and staff_id is null)),
    constraint award_holder unique (holder_key)
);
create index award_measure on award (measure, award_year, territory);
create index award_child on award (child_id);
create index award_document on award (document_number);
create index award_staff on award (staff_id);

create table deliverable (
    id bigint not null primary key,
    measure varchar(40) not null,
    type varchar(40) not null,
    title varchar(300) not null,
    territory varchar(9) not null,
    -- DRAFT, REVIEW, ADOPTED
    state varchar(10) default 'DRAFT' not null,
    deliverable_year integer not null,
    language varchar(2),
    channel varchar(200),
    link varchar(500),
    reach bigint,
    amount bigint,
    source varchar(20),
    adopted_on date,
    author_id bigint references staff (id),
    fields varchar(4000) default '{}' not null,
    version integer default 1 not null,
    created_by bigint not null,
    created_at timestamp not null
);
create index deliverable_measure on deliverable (measure, deliverable_year, territory);

-- the children a material shows
create table deliverable_child (
    deliverable_id bigint not null references deliverable (id) on delete cascade,
    child_id bigint not null references child (id),
    primary key (deliverable_id, child_id)
);
create index deliverable_child_child on deliverable_child (child_id);

-- money paid for an activity, an award or a deliverable
create table payment (
    id bigint not null primary key,
    measure varchar(40) not null,
    type varchar(40) not null,
    territory varchar(9) not null,
    activity_id bigint references activity (id),
    award_id bigint references award (id),
    deliverable_id bigint references deliverable (id),
    paid_on date not null,
    -- tiyn
    amount bigint not null,
    source varchar(20) not null,
    document_number varchar(60),
    created_by bigint not null,
    created_at timestamp not null,
    -- a correction is a payment of the opposite amount
    reverses bigint references payment (id),
    constraint payment_reversal unique (reverses),
    constraint payment_amount check (amount <> 0)
);
create index payment_measure on payment (measure, paid_on, territory);
create index payment_award on payment (award_id);
create index payment_activity on payment (activity_id);
create index payment_deliverable on payment (deliverable_id);

create table attachment (
    id bigint not null primary key,
    -- activity, award, deliverable, child
    owner_kind varchar(12) not null,
    owner_id bigint not null,
    territory varchar(9) not null,
    name varchar(300) not null,
    media_type varchar(100) not null,
    size bigint not null,
    sha256 varchar(64) not null,
    content ${binary} not null,
    created_by bigint not null,
    created_at timestamp not null
);
create index attachment_owner on attachment (owner_kind, owner_id);

-- steps of the demonstration data that are done, so that a node that was stopped goes on with the next one
create table demo_step (
    step varchar(40) not null primary key,
    done_at timestamp not null
);
