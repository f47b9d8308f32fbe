"""Kinds of mechanism: one module a kind, a registry, and what they have in common."""
