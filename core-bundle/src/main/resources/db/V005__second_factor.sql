-- what the administrators say of the node as a whole
create table node_setting (
    code varchar(40) not null primary key,
    content varchar(200) not null,
    changed_at timestamp not null
);

-- Base32; empty while there is none
alter table account add column factor_secret varchar(64);
-- empty while the secret was shown and no code of it was seen
alter table account add column factor_since timestamp;
-- the last step of 30 seconds whose code was taken: each code counts once
alter table account add column factor_step bigint default 0 not null;

create table account_recovery_code (
    account_id bigint not null references account (id),
    -- SHA-256 of the code in hexadecimal
    hash varchar(64) not null,
    primary key (account_id, hash)
);

-- the password was right and the code is still to come
create table account_ticket (
    -- SHA-256 of what the browser keeps, in hexadecimal
    hash varchar(64) not null primary key,
    account_id bigint not null references account (id),
    created_at timestamp not null
);
create index account_ticket_account on account_ticket (account_id);
