-- when reports are due, as orders changed it; what the act itself says comes from its programme and has no row
create table report_term (
    id bigint not null primary key,
    programme varchar(20) not null,
    -- YEAR, HALF_1, HALF_2
    period varchar(10) not null,
    -- REGION: the regions to the ministry; NATION: the ministry to the government
    reporter varchar(10) not null,
    -- counts the changes of one term from 1
    change_number integer not null,
    due_month integer not null,
    due_day integer not null,
    -- whether the due day is in the year after the period
    following_year boolean not null,
    -- the last day on which a late report is taken; empty when one is always taken
    lock_month integer,
    lock_day integer,
    -- NONE, NEXT, PREVIOUS
    weekend varchar(10) not null,
    -- it holds for the periods that end on this day or later
    valid_from date not null,
    reason varchar(1000) not null,
    order_number varchar(60) not null,
    order_date date not null,
    set_by varchar(100) not null,
    set_at timestamp not null,
    constraint report_term_no unique (programme, period, reporter, change_number)
);

-- a locked report that the level above opened for one region
create table report_opening (
    id bigint not null primary key,
    report_year integer not null,
    region varchar(9) not null,
    -- the last day
    open_until date not null,
    reason varchar(1000) not null,
    granted_by varchar(100) not null,
    granted_at timestamp not null
);
create index report_opening_of on report_opening (report_year, region);

-- so many days before the due day a region is reminded; the task itself is the registry's
create table report_reminder (
    id bigint not null primary key,
    report_year integer not null,
    region varchar(9) not null,
    days integer not null,
    constraint report_reminder_once unique (report_year, region, days)
);
