"""Property tests draw the same examples in every run, so that a result can be repeated anywhere."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")
