-- The names of a connection's secrets follow from its partner: no cloud writes or reads them from now on.
alter table dms_connection alter column secret_names set default '[]';
