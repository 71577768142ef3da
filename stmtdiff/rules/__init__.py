"""Say of a shift that it is softer or firmer, and by which rule."""
