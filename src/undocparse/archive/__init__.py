"""Many documents: read in parallel into tables, never losing work, and read back as a whole."""

import logging

from undocparse.extras import need

need("pyarrow", "archive")  # all modules of the package stand on it
logging.getLogger("undocparse.archive").addHandler(logging.NullHandler())
