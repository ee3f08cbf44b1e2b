-- texts that consents are given on; a version that was used never changes
create table consent_template (
    id bigint not null primary key,
    -- PROCESSING, PUBLICITY, TRANSFER
    purpose varchar(12) not null,
    version_no integer not null,
    -- DRAFT, PUBLISHED
    state varchar(10) not null,
    -- operator, subject, term, third parties, cross-border, publication, list of data: JSON by language
    content ${longtext} not null,
    published_on date,
    created_by bigint not null,
    created_at timestamp not null,
    version integer default 1 not null,
    constraint consent_template_no unique (purpose, version_no)
);
alter table consent add column withdrawal_reason varchar(500);
-- which of the representatives withdrew it, as written in the application
alter table consent add column withdrawn_by varchar(300);
create index consent_ends on consent (valid_to);

-- what somebody has to do by a day
create table task (
    id bigint not null primary key,
    -- CONSENT_WITHDRAWN, CONSENT_EXPIRES, CATEGORY_ENDS
    kind varchar(30) not null,
    child_id bigint not null constraint task_child_fk references child (id) on delete cascade,
    -- the record it is about
    record_id bigint not null,
    territory varchar(9) not null,
    due_on date not null,
    -- OPEN, DONE
    state varchar(10) default 'OPEN' not null,
    note varchar(500),
    created_at timestamp not null,
    done_by bigint,
    done_at timestamp,
    version integer default 1 not null,
    constraint task_once unique (kind, record_id)
);
create index task_due on task (state, due_on, id);
create index task_child on task (child_id);

-- days that differ from the week: public holidays, and days off or of work that the government moved
create table office_day (
    office_date date not null primary key,
    -- whether it is worked on: a working Saturday is, a holiday is not
    working boolean not null,
    note varchar(200)
);
-- Public holidays of a fixed date by the law on holidays (no. 267-II of 13.12.2001) and Orthodox Christmas by the labour code: 1 December and 17
-- December until 2021, 25 October since 2022. What the government moves each year, and Kurban Ait, is added by the national office.
insert into office_day (office_date, working) values
    (date('2020-01-01'), false), (date('2020-01-02'), false), (date('2020-01-07'), false), (date('2020-03-08'), false), (date('2020-03-21'), false), (date('2020-03-22'), false),
    (date('2020-03-23'), false), (date('2020-05-01'), false), (date('2020-05-07'), false), (date('2020-05-09'), false), (date('2020-07-06'), false), (date('2020-08-30'), false),
    (date('2020-12-01'), false), (date('2020-12-16'), false), (date('2020-12-17'), false), (date('2021-01-01'), false), (date('2021-01-02'), false), (date('2021-01-07'), false),
    (date('2021-03-08'), false), (date('2021-03-21'), false), (date('2021-03-22'), false), (date('2021-03-23'), false), (date('2021-05-01'), false), (date('2021-05-07'), false),
    (date('2021-05-09'), false), (date('2021-07-06'), false), (date('2021-08-30'), false), (date('2021-12-01'), false), (date('2021-12-16'), false), (date('2021-12-17'), false),
    (date('2022-01-01'), false), (date('2022-01-02'), false), (date('2022-01-07'), false), (date('2022-03-08'), false), (date('2022-03-21'), false), (date('2022-03-22'), false),
    (date('2022-03-23'), false), (date('2022-05-01'), false), (date('2022-05-07'), false), (date('2022-05-09'), false), (date('2022-07-06'), false), (date('2022-08-30'), false),
    (date('2022-10-25'), false), (date('2022-12-16'), false), (date('2023-01-01'), false), (date('2023-01-02'), false), (date('2023-01-07'), false), (date('2023-03-08'), false),
    (date('2023-03-21'), false), (date('2023-03-22'), false), (date('2023-03-23'), false), (date('2023-05-01'), false), (date('2023-05-07'), false), (date('2023-05-09'), false),
    (date('2023-07-06'), false), (date('2023-08-30'), false), (date('2023-10-25'), false), (date('2023-12-16'), false), (date('2024-01-01'), false), (date('2024-01-02'), false),
    (date('2024-01-07'), false), (date('2024-03-08'), false), (date('2024-03-21'), false), (date('2024-03-22'), false), (date('2024-03-23'), false), (date('2024-05-01'), false),
    (date('2024-05-07'), false), (date('2024-05-09'), false), (date('2024-07-06'), false), (date('2024-08-30'), false), (date('2024-10-25'), false), (date('2024-12-16'), false),
    (date('2025-01-01'), false), (date('2025-01-02'), false), (date('2025-01-07'), false), (date('2025-03-08'), false), (date('2025-03-21'), false), (date('2025-03-22'), false),
    (date('2025-03-23'), false), (date('2025-05-01'), false), (date('2025-05-07'), false), (date('2025-05-09'), false), (date('2025-07-06'), false), (date('2025-08-30'), false),
    (date('2025-10-25'), false), (date('2025-12-16'), false), (date('2026-01-01'), false), (date('2026-01-02'), false), (date('2026-01-07'), false), (date('2026-03-08'), false),
    (date('2026-03-21'), false), (date('2026-03-22'), false), (date('2026-03-23'), false), (date('2026-05-01'), false), (date('2026-05-07'), false), (date('2026-05-09'), false),
    (date('2026-07-06'), false), (date('2026-08-30'), false), (date('2026-10-25'), false), (date('2026-12-16'), false), (date('2027-01-01'), false), (date('2027-01-02'), false),
    (date('2027-01-07'), false), (date('2027-03-08'), false), (date('2027-03-21'), false), (date('2027-03-22'), false), (date('2027-03-23'), false), (date('2027-05-01'), false),
    (date('2027-05-07'), false), (date('2027-05-09'), false), (date('2027-07-06'), false), (date('2027-08-30'), false), (date('2027-10-25'), false), (date('2027-12-16'), false);

-- what a file is: GROUND, DIPLOMA, CONSENT, ROAD_MAP, OTHER; empty for those taken before it was asked
alter table attachment add column content_kind varchar(10);
