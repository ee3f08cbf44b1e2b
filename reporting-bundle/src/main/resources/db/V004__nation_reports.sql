-- what the ministry handed in to the government, frozen: a later correction is a revision of its own
create table nation_report (
    id bigint not null primary key,
    report_year integer not null,
    revision integer not null,
    -- canonical JSON: members sorted, no blanks, UTF-8; it holds the hashes of the regions' reports it was made from
    content ${longtext} not null,
    -- SHA-256 of the content, in hexadecimal
    hash varchar(64) not null,
    -- the same report as those see it who may not see children
    open_content ${longtext} not null,
    open_hash varchar(64) not null,
    -- of the node that signed: X.509, DER, Base64
    public_key varchar(200) not null,
    -- Ed25519 over the contents, Base64
    signature varchar(100) not null,
    open_signature varchar(100) not null,
    submitted_by varchar(100) not null,
    submitted_at timestamp not null,
    constraint nation_report_no unique (report_year, revision)
);
