"""Steps that bring the tables of an older version to those of this one."""
