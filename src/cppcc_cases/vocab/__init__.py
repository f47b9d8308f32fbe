"""Stages, indicators, topics, units, quantities in words, and the gazetteer."""
