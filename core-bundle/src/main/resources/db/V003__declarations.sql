-- what measures declared, so that reports of the years before one left still show it
create table measure_declaration (
    code varchar(40) not null primary key,
    -- JSON: the declaration, and the texts of its keys by language
    declaration ${longtext} not null,
    texts ${longtext} not null,
    -- since when it is not installed any more
    left_at timestamp
);
