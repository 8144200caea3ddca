"""Many documents: read in parallel into tables, never losing work, and read back as a whole."""

import logging

logging.getLogger("undocparse.archive").addHandler(logging.NullHandler())
