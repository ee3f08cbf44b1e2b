-- who answers for the child; empty: the cabinet of the district or region as a whole
alter table child add column coordinator_id bigint;
alter table child add constraint child_coordinator_fk foreign key (coordinator_id) references staff (id);
