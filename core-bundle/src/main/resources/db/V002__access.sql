create table account (
    id bigint not null primary key,
    -- lower case
    login varchar(60) not null,
    name varchar(200) not null,
    -- Argon2id with its parameters, in the PHC form
    password_hash varchar(200) not null,
    must_change boolean default true not null,
    failures integer default 0 not null,
    locked_until timestamp,
    active boolean default true not null,
    language varchar(2) default 'KK' not null,
    version integer default 1 not null,
    created_at timestamp not null,
    constraint account_login unique (login)
);

create table account_role (
    account_id bigint not null references account (id),
    role varchar(20) not null,
    -- KATO code; the country is a single hyphen, since a part of a key is never empty
    territory varchar(9) not null,
    primary key (account_id, role, territory)
);

create table account_token (
    id bigint not null primary key,
    account_id bigint not null references account (id),
    label varchar(100) not null,
    -- SHA-256 of the token in hexadecimal
    hash varchar(64) not null,
    created_at timestamp not null,
    expires_at timestamp,
    last_used timestamp,
    revoked_at timestamp,
    constraint account_token_hash unique (hash)
);
create index account_token_account on account_token (account_id, id);

create table account_session (
    -- SHA-256 of the cookie in hexadecimal
    hash varchar(64) not null primary key,
    account_id bigint not null references account (id),
    created_at timestamp not null,
    seen_at timestamp not null
);
create index account_session_account on account_session (account_id);
create index account_session_seen on account_session (seen_at);

-- only ever added to
create table audit_entry (
    id bigint not null primary key,
    happened_at timestamp not null,
    actor_id bigint not null,
    login varchar(60) not null,
    action varchar(20) not null,
    kind varchar(40) not null,
    object_id bigint not null,
    territory varchar(9),
    detail varchar(500)
);
create index audit_entry_object on audit_entry (kind, object_id, id);
create index audit_entry_actor on audit_entry (actor_id, id);
create index audit_entry_territory on audit_entry (territory, id);
create index audit_entry_time on audit_entry (happened_at);
