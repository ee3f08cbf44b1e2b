-- a measure's payments by the day they were paid, from either end: Derby reads an index in its own order only
create index payment_paid on payment (measure, paid_on, id);
create index payment_paid_down on payment (measure, paid_on desc, id desc);
