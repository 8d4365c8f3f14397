"""What people look at and do in a ledger, as plain functions over a view of it: no HTTP, no HTML.

The API answers with the ``as_dict`` of these records, and the pages show the same records.
"""
