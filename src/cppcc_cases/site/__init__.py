"""The static site of a corpus: pages as values, then a writer."""
