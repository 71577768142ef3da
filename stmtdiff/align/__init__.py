"""Find which paragraphs and sentences became which."""
