"""Say how well predictions agree with what people marked: one module a kind of gold."""
