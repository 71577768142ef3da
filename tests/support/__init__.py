"""What several tests use: texts, documents, pages, servers and other readers made for them."""
