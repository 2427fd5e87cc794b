-- The board of deadlines counts clocks without looking at them.
drop index case_clock_open_by_due;
create index case_clock_open_by_due on case_clock (state, due_at, id) include (name, severity, shop) where state <> 'STOPPED';
