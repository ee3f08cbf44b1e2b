-- a revision is prepared by one person and handed in by another, signed by the node, and accepted by the level above; those before have none of it
alter table report_submission add column prepared_by varchar(100);
alter table report_submission add column prepared_at timestamp;
-- the public key of the node that signed: X.509, DER, Base64
alter table report_submission add column public_key varchar(100);
-- Ed25519 over the bytes of the content, and of the open content, Base64
alter table report_submission add column signature varchar(100);
alter table report_submission add column open_signature varchar(100);
alter table report_submission add column accepted_by varchar(100);
alter table report_submission add column accepted_at timestamp;

-- what somebody prepared for handing in; it holds while what it was made on is the same
create table report_preparation (
    report_year integer not null,
    region varchar(9) not null,
    -- the last revision, whether it was given back, and how often texts were written
    basis varchar(60) not null,
    -- SHA-256 of what would have been frozen, in hexadecimal
    hash varchar(64) not null,
    prepared_by varchar(100) not null,
    prepared_at timestamp not null,
    constraint report_preparation_one primary key (report_year, region)
);

-- the rows behind figures: ids alone, kept once for all revisions in which they are the same
create table report_rows (
    -- SHA-256 of the districts with their ids, in hexadecimal
    hash varchar(64) not null primary key,
    row_count integer not null,
    packed ${binary} not null
);

-- what has to be mended of a measure in a revision that was given back
create table report_remark (
    submission_id bigint not null references report_submission (id),
    measure varchar(60) not null,
    remark varchar(3000) not null,
    constraint report_remark_one primary key (submission_id, measure)
);

-- a person's signature of a revision, made elsewhere: PKCS#7 SignedData, DER
create table report_cms (
    submission_id bigint not null primary key references report_submission (id),
    content ${binary} not null,
    sha256 varchar(64) not null,
    -- what it said of the content when it came: FITS, SILENT, UNKNOWN
    digest varchar(10) not null,
    uploaded_by varchar(100) not null,
    uploaded_at timestamp not null
);
