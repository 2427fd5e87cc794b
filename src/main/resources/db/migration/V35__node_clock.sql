-- How far a node's clock was ahead of the database's at its latest sign of life; null of a node of the version before.
alter table heartbeat add column ahead_millis bigint;
