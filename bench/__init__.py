"""The headline figures, one file each, every one against a named peer or limit in the same run."""
