-- Holds all that digests, counts and the search for changes look at, so that they never touch the rows with their long texts.
DROP INDEX version_by_knowledge;
CREATE INDEX version_by_knowledge ON version (view, run, known_from DESC, row_key, valid_from, digest);
