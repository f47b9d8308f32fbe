"""Plain tree ⇄ model: the only place that knows cattrs."""

from cppcc_cases.codec.decode import NO_ID, Decoded, decode, decode_one, decode_words, encode
from cppcc_cases.source.tree import Plain

__all__ = ["NO_ID", "Decoded", "Plain", "decode", "decode_one", "decode_words", "encode"]
