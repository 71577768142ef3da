"""What runs in the process that reads a PDF: PDFium and as little of the house as can be, so that it starts at once."""
