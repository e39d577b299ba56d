"""Open data as files: CSV, JSON and Parquet, the package that describes them, its catalogue."""
