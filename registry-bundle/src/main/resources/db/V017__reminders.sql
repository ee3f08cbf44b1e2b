-- a task may be about a region's report in place of a child: then it says which period and where the report is
alter table task alter column child_id ${nullable};
alter table task add column subject varchar(40);
alter table task add column page varchar(200);
