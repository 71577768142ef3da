"""Follow a phrase or a paragraph over the releases of a series, from readings to what happened to them."""
