"""Kinds of mechanism that ship with the library: one module a kind."""
