"""`python -m evaluation`."""

import sys

from evaluation.gate import main

sys.exit(main())
