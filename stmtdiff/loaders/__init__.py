"""Turn bytes into a `Source`: one module a format."""
