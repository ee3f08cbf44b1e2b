-- a role over one school is over its pupils only, so the school is part of the key
create table account_grant (
    account_id bigint not null references account (id),
    role varchar(20) not null,
    -- KATO code; the country is a single hyphen, since a part of a key is never empty
    territory varchar(9) not null,
    -- organisation; 0: the whole territory
    school_id bigint default 0 not null,
    primary key (account_id, role, territory, school_id)
);
insert into account_grant (account_id, role, territory, school_id)
    select account_id, role, territory, 0 from account_role;
drop table account_role;
