"""Run the command line with ``python -m stmtdiff``."""

from stmtdiff.cli import main

if __name__ == "__main__":
    main()
