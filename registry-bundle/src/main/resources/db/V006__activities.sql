-- who leads it
alter table activity add column leader_id bigint;
alter table activity add constraint activity_leader_fk foreign key (leader_id) references staff (id);
create index activity_organisation on activity (organisation_id, starts);
create index activity_starts on activity (starts, ends);

-- the number of the certificate of who attended an activity for staff
alter table participation add column certificate varchar(60);
alter table participation add constraint participation_certificate unique (certificate);

-- the one-time code shown at a session: SHA-256 in hexadecimal, and until when it is taken
alter table activity_session add column code_hash varchar(64);
alter table activity_session add column code_until timestamp;
-- who made the code knows it without having been there; wrong ones are counted over all codes of the session
alter table activity_session add column code_by bigint;
alter table activity_session add column code_failures integer default 0 not null;
-- who marked the roll; a second mark comes from somebody else
alter table activity_session add column marked_by bigint;

-- a second mark of presence, independent of the roll: ORGANISER (list), CODE (one-time), REPRESENTATIVE (confirmed)
create table presence_mark (
    session_id bigint not null references activity_session (id) on delete cascade,
    participation_id bigint not null references participation (id),
    kind varchar(14) not null,
    marked_by bigint not null,
    marked_at timestamp not null,
    primary key (session_id, participation_id, kind)
);
create index presence_mark_participation on presence_mark (participation_id);

-- how many events of who has a place are written; raising it is the lock under which places are given out
alter table activity add column allocation_no integer default 0 not null;
alter table quota add column allocation_no integer default 0 not null;

-- everything that changed who has a place, in its order; the waiting list follows from it and nothing else
create table allocation_event (
    id bigint not null primary key,
    -- ACTIVITY, QUOTA
    pool_kind varchar(10) not null,
    pool_id bigint not null,
    -- gapless within a pool
    sequence_no integer not null,
    -- PLACES (places set to number), APPLIED, PLACED, WAITING, PASSED (its turn, but it cannot take the place), LEFT
    kind varchar(10) not null,
    -- participation or award; null for PLACES
    member_id bigint,
    -- null when there is no limit
    places integer,
    -- when the member of APPLIED applied, which decides its turn
    applied_at timestamp,
    happened_at timestamp not null,
    constraint allocation_order unique (pool_kind, pool_id, sequence_no)
);
create index allocation_member on allocation_event (member_id);
