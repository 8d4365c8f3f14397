"""Documents made up by chance: sound ones and strange ones, from which mutation starts. No text of anybody."""
