"""Show a result: one module a format."""
