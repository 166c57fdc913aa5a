"""Text to clauses: names, numbers, dates, references. Knows English and the vocabulary; knows nothing of visits or targets."""
