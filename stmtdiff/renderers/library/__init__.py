"""Show what the library holds: its series, the releases of one, damage, where a phrase is."""
