-- what a figure is to come to in a year, by the document that sets it: each change is a row of its own, the last one holds
create table report_target (
    id bigint not null primary key,
    report_year integer not null,
    -- '' for the whole country
    region varchar(9) not null,
    measure varchar(60) not null,
    -- the indicator's code
    figure varchar(80) not null,
    -- counts the entries of one figure from 1
    entry_number integer not null,
    -- COUNT, TENGE, PERCENT, PERSONS, HOURS
    unit varchar(10) not null,
    -- in hundredths; empty when the target was taken back
    amount bigint,
    -- the document that sets it; empty when it was taken back
    document_title varchar(300),
    document_number varchar(60),
    document_date date,
    -- why it was taken back; empty when it was set
    reason varchar(1000),
    set_by varchar(100) not null,
    set_at timestamp not null,
    constraint report_target_no unique (report_year, region, measure, figure, entry_number)
);
