-- The names of a connection's secrets follow from its partner: nobody reads them here.
alter table dms_connection drop column secret_names;
