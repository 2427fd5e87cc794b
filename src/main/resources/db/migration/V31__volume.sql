-- Lists of tasks open by priority, then due time, may be sorted by when something is due, and some are of one step only. The engine
-- has no index for any of these: it sorted all open tasks, with all their columns, for each page (decision 0034). It has made its
-- tables before ours.
create index act_task_by_priority on act_ru_task (priority_ desc, due_date_);
create index act_task_by_due on act_ru_task (due_date_);
create index act_task_of_step on act_ru_task (task_def_key_);

-- The board of deadlines counts clocks without looking at them.
drop index case_clock_open_by_due;
create index case_clock_open_by_due on case_clock (state, due_at, id) include (name, severity, shop) where state <> 'STOPPED';
