create table mentoring_mentor (
    id bigint not null primary key,
    territory varchar(9) not null,
    company varchar(200) not null,
    places integer not null
);
