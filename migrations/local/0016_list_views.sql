-- The list is filtered by status and by estimator, and by what waits for a Save: each finds its rows without reading the others.
create index head_by_stage on workfile_head (stage, changed_at, row);
create index head_by_estimator on workfile_head (estimator, row);
create index head_unsaved on workfile_head (row) where unsaved_since > 0;
