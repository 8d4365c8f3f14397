"""Quality floors: scores of the shipped product on the development data, pinned and never lowered silently."""

import os
from pathlib import Path

DATA = Path(os.environ.get("TWOSOURCE_DATA", Path(__file__).parents[2] / "shared" / "data"))
"""Where the development data lies: $TWOSOURCE_DATA, or beside the checkout."""
