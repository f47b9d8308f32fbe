"""A module that prints and leaves the program at import."""

import sys

sys.stdout.write("made up: printed at import\n")
sys.exit()
