"""The sample documents are what the sources say, in every format."""
