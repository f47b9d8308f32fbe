"""Tables of figures → data modules: what a spreadsheet says, read, checked and kept up to date."""
