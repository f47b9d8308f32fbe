"""Reports as values: what a comparison says, typed and in both languages, before any form."""
