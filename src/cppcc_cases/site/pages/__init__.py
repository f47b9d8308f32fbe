"""The pages of the site, one module a sort of page."""
