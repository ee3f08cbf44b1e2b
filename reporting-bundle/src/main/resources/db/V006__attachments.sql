-- files of a region's report, by measure; one that a revision names stays, also once it was taken out of the report
create table report_attachment (
    id bigint not null primary key,
    report_year integer not null,
    region varchar(9) not null,
    measure varchar(60) not null,
    title_kk varchar(300) not null,
    title_ru varchar(300) not null,
    file_name varchar(200) not null,
    media_type varchar(100) not null,
    file_size bigint not null,
    -- SHA-256 of the content, in hexadecimal
    sha256 varchar(64) not null,
    content ${binary} not null,
    added_by varchar(100) not null,
    added_at timestamp not null,
    -- when it was taken out of the report, while a revision keeps it
    removed_by varchar(100),
    removed_at timestamp
);
create index report_attachment_of on report_attachment (report_year, region);

-- the files that a revision names
create table report_attachment_named (
    submission_id bigint not null references report_submission (id),
    attachment_id bigint not null references report_attachment (id),
    constraint report_attachment_once unique (submission_id, attachment_id)
);
