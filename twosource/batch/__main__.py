"""``python -m twosource.batch``: the process that reads and attributes for a worker."""

from twosource.batch.child import main

if __name__ == "__main__":
    main()
