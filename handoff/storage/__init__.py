"""PostgreSQL: the truth. Rows stay in here; values of the domain go in and out."""
