-- The board of deadlines counts clocks without looking at them (decision 0034).
drop index case_clock_open_by_due;
create index case_clock_open_by_due on case_clock (state, due_at, id) include (name, severity, shop) where state <> 'STOPPED';
