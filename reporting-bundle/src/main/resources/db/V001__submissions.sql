-- what a region writes beside the figures of a measure in its yearly report
create table report_text (
    id bigint not null primary key,
    report_year integer not null,
    region varchar(9) not null,
    measure varchar(60) not null,
    text_kk varchar(3000),
    text_ru varchar(3000),
    written_by varchar(100) not null,
    written_at timestamp not null,
    version integer default 1 not null,
    constraint report_text_no unique (report_year, region, measure)
);

-- what a region handed in, frozen: a later correction is a revision of its own
create table report_submission (
    id bigint not null primary key,
    report_year integer not null,
    region varchar(9) not null,
    revision integer not null,
    -- canonical JSON: members sorted, no blanks, UTF-8
    content ${longtext} not null,
    -- SHA-256 of the content, in hexadecimal
    hash varchar(64) not null,
    -- the same report as those see it who may not see children: without cells of fewer than five
    open_content ${longtext} not null,
    submitted_by varchar(100) not null,
    submitted_at timestamp not null,
    -- set when it was given back, with what has to be mended
    returned_by varchar(100),
    returned_at timestamp,
    remarks varchar(3000),
    constraint report_submission_no unique (report_year, region, revision)
);
