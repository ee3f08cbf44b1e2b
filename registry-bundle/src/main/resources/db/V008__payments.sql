-- monthly calculation index (АЕК, МРП) and other amounts that acts refer to, by the day they hold from; tiyn
create table index_value (
    code varchar(10) not null,
    valid_from date not null,
    amount bigint not null,
    version integer default 1 not null,
    primary key (code, valid_from)
);
insert into index_value (code, valid_from, amount) values ('MRP', date('2020-01-01'), 265100);
insert into index_value (code, valid_from, amount) values ('MRP', date('2020-04-01'), 277800);
insert into index_value (code, valid_from, amount) values ('MRP', date('2021-01-01'), 291700);
insert into index_value (code, valid_from, amount) values ('MRP', date('2022-01-01'), 306300);
insert into index_value (code, valid_from, amount) values ('MRP', date('2023-01-01'), 345000);
insert into index_value (code, valid_from, amount) values ('MRP', date('2024-01-01'), 369200);
insert into index_value (code, valid_from, amount) values ('MRP', date('2025-01-01'), 393200);
insert into index_value (code, valid_from, amount) values ('MRP', date('2026-01-01'), 432500);

-- the monthly amount in hundredths of the index, instead of tenge
alter table award add column index_hundredths integer;

create table payment_run (
    id bigint not null primary key,
    measure varchar(40) not null,
    type varchar(40) not null,
    territory varchar(9) not null,
    -- the first day of the month that is paid
    run_month date not null,
    source varchar(20) not null,
    -- PROPOSED, APPROVED, REJECTED
    state varchar(10) not null,
    lines integer not null,
    -- tiyn
    total bigint not null,
    reason varchar(500),
    proposed_by bigint not null,
    decided_by bigint,
    decided_at timestamp,
    version integer default 1 not null,
    created_at timestamp not null,
    constraint payment_run_two check (decided_by is null or decided_by <> proposed_by or state <> 'APPROVED')
);
create index payment_run_measure on payment_run (measure, run_month, territory);

create table payment_run_line (
    run_id bigint not null references payment_run (id),
    award_id bigint not null references award (id),
    -- the id of the payment that it becomes
    payment_id bigint not null,
    -- tiyn; 0 for a line that was dropped
    amount bigint not null,
    -- why it was dropped at the approval
    stop varchar(20),
    primary key (run_id, award_id)
);
create index payment_run_line_award on payment_run_line (award_id);

alter table payment add column run_id bigint;
alter table payment add constraint payment_run_fk foreign key (run_id) references payment_run (id);
-- the first day of the month that is paid, so that no month is ever paid twice; taken away by a correction
alter table payment add column paid_month date;
alter table payment add constraint payment_month unique (award_id, paid_month);

-- money planned by measure, territory, source and year; spent follows from the payments
create table budget (
    id bigint not null primary key,
    measure varchar(40) not null,
    territory varchar(9) not null,
    source varchar(20) not null,
    budget_year integer not null,
    planned bigint not null,
    version integer default 1 not null,
    constraint budget_planned check (planned >= 0),
    constraint budget_key unique (measure, territory, source, budget_year)
);
