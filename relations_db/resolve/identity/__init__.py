"""When two statements of one kind are about one fact: one file per kind."""
