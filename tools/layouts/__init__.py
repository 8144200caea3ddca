"""Composes meeting agendas from independent axes of layout, with the exact expected result of each."""
