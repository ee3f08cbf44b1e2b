-- the ministry's report is prepared by one person and handed in by another; those before have no preparation
alter table nation_report add column prepared_by varchar(100);
alter table nation_report add column prepared_at timestamp;
