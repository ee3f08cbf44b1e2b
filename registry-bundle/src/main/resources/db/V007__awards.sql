alter table award add column protocol_number varchar(60);
alter table award add column protocol_date date;
-- advisory, explained by the coached results it sums up
alter table award add column score integer;
-- the day the score was summed up for
alter table award add column scored_on date;
-- since when it waits for a place of its quota
alter table award add column waiting_since timestamp;
create index award_quota on award (quota_id);

-- marks of a school year, named by the year it begins in
create table child_marks (
    child_id bigint not null constraint child_marks_child_fk references child (id) on delete cascade,
    school_year integer not null,
    excellent boolean not null,
    recorded_on date not null,
    primary key (child_id, school_year)
);
create index child_marks_year on child_marks (school_year, excellent);
