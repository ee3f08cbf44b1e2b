-- how many transactions have changed what figures are made of; in several rows, so that those that end at once seldom wait for each other
create table data_change (
    slot integer not null primary key,
    changes bigint not null
);
insert into data_change (slot, changes) values (0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (6, 0), (7, 0);
