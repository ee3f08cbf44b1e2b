-- titles in the order of the Kazakh alphabet, which no engine knows; keys of earlier rows are made when the node starts
alter table deliverable add column sort_key varchar(400) default '' not null;
create index deliverable_sort on deliverable (measure, sort_key, id);
create index deliverable_sort_down on deliverable (measure, sort_key desc, id desc);
-- a measure's payments by their amounts, from either end: Derby reads an index in its own order only
create index payment_amount on payment (measure, amount, id);
create index payment_amount_down on payment (measure, amount desc, id desc);
-- where a member of staff is called at work: + and digits
alter table staff add column phone varchar(16);
