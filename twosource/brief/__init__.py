"""The brief: the cited answer to a question, out of what a ledger holds."""
