"""What does not add up in a document: one function per finding."""
