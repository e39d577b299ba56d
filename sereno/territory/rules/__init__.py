"""How the map is decided: where a point lies, and what a file of names or outlines says."""
