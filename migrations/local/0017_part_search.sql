-- Lines are found by the number of their part, from its beginning and in any case.
create index line_by_part on line (part_number collate nocase) where part_number <> '' and deleted = 0;
