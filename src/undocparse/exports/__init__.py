"""What the object model becomes for other tools: one file per form."""
