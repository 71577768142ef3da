"""Series of statements: their manifests, and statements by reference."""
