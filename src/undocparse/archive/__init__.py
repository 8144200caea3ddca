"""Many documents: read in parallel into tables, never losing work, and read back as a whole."""

import logging

from undocparse.extras import require

require("archive", "pyarrow", "filelock", "fsspec", "polars", "duckdb")
logging.getLogger("undocparse.archive").addHandler(logging.NullHandler())
