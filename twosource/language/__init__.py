"""Facts about text that need no network: sentences, quotations, times, figures, names, lexicons of cues and nouns."""
