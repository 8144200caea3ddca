"""Damaged and hostile files, made from sound ones, and what the parser makes of them."""
