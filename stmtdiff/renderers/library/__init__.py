"""Show what is in the library: its series, the releases of one, damage, where a phrase is."""
