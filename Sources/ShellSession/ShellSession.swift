// This target is begun in the next commits.
