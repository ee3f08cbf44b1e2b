-- the list of children by name from its end: Derby reads an index in its own order only
create index child_sort_down on child (sort_key desc, id desc);
