-- who answers for the child; empty: the cabinet of the district or region as a whole
alter table child add column coordinator_id bigint;
alter table child add constraint child_coordinator_fk foreign key (coordinator_id) references staff (id);
create index child_coordinator on child (coordinator_id);
-- the day from which the one named last answers, so that reports on earlier days do not change
alter table child add column coordinator_since date;
