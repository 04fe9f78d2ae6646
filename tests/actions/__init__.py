"""Actions with fakes in place of the book and the articles."""
