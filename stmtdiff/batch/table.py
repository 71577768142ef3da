"""Write the records of a batch as lines of JSON, or as a Parquet table that DuckDB, pandas and polars read.

In the table each count is a column; what a record holds beside them, a report or a brief, is a column of JSON text.
pyarrow comes with the extra `table`.
"""

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, get_args

from stmtdiff.align.link import LinkKind
from stmtdiff.errors import SettingsError

SUFFIXES = (".jsonl", ".parquet")
_ROWS = 1_000  # of the table that are in memory at once
_KINDS = (*sorted(get_args(LinkKind)), "moved")


def check_table() -> None:
    """Do nothing if tables can be written.

    Raises:
        SettingsError: when pyarrow is not installed.
    """
    try:
        import pyarrow  # noqa: F401  # it is looked for before the work, not after it
    except ImportError:
        hint = "pip install 'stmtdiff[table]', or name a file that ends in .jsonl"
        raise SettingsError("a Parquet table needs pyarrow, which is not installed", hint=hint) from None


def write_lines(records: Iterator[bytes], path: Path) -> None:
    """Write records, each a line of JSON with its end, as they are."""
    with path.open("wb") as file:
        file.writelines(records)


def write_table(records: Iterator[bytes], path: Path) -> None:
    """Write records, each a line of JSON, as a table; their order is that of its rows."""
    import pyarrow
    from pyarrow import parquet

    schema = _schema(pyarrow)
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        while rows := [_row(json.loads(line)) for line in islice(records, _ROWS)]:
            writer.write_table(pyarrow.Table.from_pylist(rows, schema=schema))


def _schema(pyarrow: Any) -> Any:
    """Return the columns of the table, the same for every batch, so that tables can be put together."""
    text, count, texts = pyarrow.string(), pyarrow.int32(), pyarrow.list_(pyarrow.string())
    kinds = [f"{unit}_{kind}" for unit in ("paragraphs", "sentences") for kind in _KINDS]
    columns = [("number", count), ("id", text), ("old", text), ("new", text), ("between", texts), ("error", text)]
    columns += [("old_date", text), ("new_date", text), ("old_words", count), ("new_words", count)]
    columns += [(name, count) for name in ("substantive", "minor", "routine", "softer", "firmer", "mixed", *kinds)]
    columns += [(f"notes_{name}", count) for name in ("old", "new", "count", "differing")]
    columns += [("anew", pyarrow.bool_()), ("notices", texts), ("doubts", texts), ("brief", text), ("report", text)]
    return pyarrow.schema(columns)


def _row(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record as one row: counts of counts become columns of their own, a count that is missing is 0."""
    counts = record.pop("counts")
    for name in ("brief", "report"):
        if name in record:
            record[name] = json.dumps(record[name], ensure_ascii=False)
    if counts is None:
        return record
    for unit in ("paragraphs", "sentences"):
        told = counts.pop(unit)
        counts |= {f"{unit}_{kind}": told.get(kind, 0) for kind in _KINDS}
    counts |= {f"notes_{name}": count for name, count in counts.pop("notes").items()}
    return {**record, **counts}
