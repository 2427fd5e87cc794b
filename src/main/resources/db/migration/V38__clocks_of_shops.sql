-- Whoever sees one shop of many has as few clocks to count as a desk with that one shop (decision 0034).
create index case_clock_open_of_shop on case_clock (shop, state, due_at, id) include (name, severity) where state <> 'STOPPED';
create index case_clock_missed_of_shop on case_clock (shop, name, due_at, id) include (severity) where stopped_at > due_at;
