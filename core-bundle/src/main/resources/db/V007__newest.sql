-- the trail from its end: Derby reads an index in its own order only
create index audit_entry_newest on audit_entry (id desc);
