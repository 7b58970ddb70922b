"""One module a page: its routes, made for a site."""
