"""Help articles and the search over them."""
