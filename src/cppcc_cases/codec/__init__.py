"""Plain tree ⇄ model: the only place that knows cattrs."""

from cppcc_cases.codec.decode import Decoded, decode, encode
from cppcc_cases.codec.flaw import Flaw
from cppcc_cases.source.tree import Plain

__all__ = ["Decoded", "Flaw", "Plain", "decode", "encode"]
