"""Accuracy gate: scores the parser on gold documents and holds it to pinned floors."""
