"""Sections: from lines and blocks to the object model."""
