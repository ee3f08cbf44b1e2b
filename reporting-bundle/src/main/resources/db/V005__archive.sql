-- what was entered of a measure in a region's return of a past year: each change is a revision of its own, the last one holds
create table archive_entry (
    id bigint not null primary key,
    report_year integer not null,
    region varchar(9) not null,
    measure varchar(60) not null,
    revision integer not null,
    text_kk varchar(3000),
    text_ru varchar(3000),
    -- false when everything was taken out again
    filled boolean not null,
    -- for whom it was entered: REGION, NATION
    entered_as varchar(10) not null,
    entered_by varchar(100) not null,
    entered_at timestamp not null,
    -- the file it came from; empty when it was typed
    file_name varchar(200),
    -- SHA-256, in hexadecimal
    file_hash varchar(64),
    constraint archive_entry_no unique (report_year, region, measure, revision)
);

create table archive_figure (
    entry_id bigint not null references archive_entry (id),
    -- an indicator's code, or money planned or spent: planned/local-budget, spent/off-budget
    code varchar(80) not null,
    -- COUNT, TENGE, PERCENT, PERSONS, HOURS
    unit varchar(10) not null,
    -- in hundredths
    amount bigint not null,
    constraint archive_figure_one primary key (entry_id, code)
);
