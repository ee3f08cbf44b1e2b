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

-- what somebody has to do by a day
create table task (
    id bigint not null primary key,
    -- CONSENT_WITHDRAWN, CONSENT_EXPIRES, CATEGORY_ENDS
    kind varchar(20) not null,
    child_id bigint constraint task_child_fk references child (id) on delete cascade,
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
create index task_due on task (state, due_on);
create index task_child on task (child_id);
