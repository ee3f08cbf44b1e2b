alter table organisation add column director varchar(300);
alter table organisation add column opened_on date;
-- the last day it was open
alter table organisation add column closed_on date;
alter table organisation add column capacity integer;
-- the document by which it was created
alter table organisation add column ground varchar(300);
-- the key of the configuration that brings it
alter table organisation add column venue_key varchar(60);
-- a hash of what that configuration said last, so that people's changes stay until it says something else
alter table organisation add column venue_card varchar(64);
alter table organisation add constraint organisation_venue unique (venue_key);
create index organisation_kind on organisation (kind, territory);

-- coordinators of the cabinets; one acting at a time, which the appointing transaction sees to under the lock of the cabinet's row
create table appointment (
    id bigint not null primary key,
    organisation_id bigint not null references organisation (id),
    staff_id bigint not null references staff (id),
    order_number varchar(60) not null,
    order_date date not null,
    valid_from date not null,
    -- the last day; an appointment is ended, never deleted
    valid_to date,
    version integer default 1 not null,
    created_by bigint not null,
    created_at timestamp not null,
    constraint appointment_dates check (valid_to is null or valid_to >= valid_from)
);
create index appointment_organisation on appointment (organisation_id, valid_from);
create index appointment_staff on appointment (staff_id);

-- measures that a region does not carry out though the node has them
create table region_absence (
    id bigint not null primary key,
    region varchar(9) not null,
    measure varchar(40) not null,
    valid_from date not null,
    valid_to date,
    reason varchar(500) not null,
    version integer default 1 not null,
    created_by bigint not null,
    created_at timestamp not null
);
create index region_absence_region on region_absence (region, measure);
