"""The vocabulary that ships with the library, registered as a plugin's would be."""

from cppcc_cases.model.vocabulary import Vocabulary
from cppcc_cases.vocab.indicators import INDICATORS
from cppcc_cases.vocab.topics import TOPICS
from cppcc_cases.vocab.units import UNITS

VOCABULARY = Vocabulary(indicators=INDICATORS, topics=TOPICS, units=UNITS)
