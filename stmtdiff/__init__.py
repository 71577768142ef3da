"""Read yearly official statements, align them, and show which wording shifted and why it matters."""
__version__ = "0.1.0"
