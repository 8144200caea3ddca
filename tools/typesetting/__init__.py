"""Sets one source text as PDF, Word, plain text and Markdown in UN form, with its expected JSON."""
