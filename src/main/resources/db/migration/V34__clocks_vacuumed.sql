-- Most of it is history: a fifth of it, as usual, is all open clocks many times over, and counts look each of them up (decision 0034).
alter table case_clock set (autovacuum_vacuum_scale_factor = 0.02);
