"""Know which releases a series has, and where their texts are."""
