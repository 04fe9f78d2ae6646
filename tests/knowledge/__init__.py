"""The articles, their search, their pages and their audit."""
