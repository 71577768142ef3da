"""Regular expressions that are compiled when they are first used.

The ugly case: a diff of two plain texts compiled 160 patterns, and a third of them looked for what neither text had:
markup, raised figures, control characters. One pattern takes from 50 to 700 microseconds. So no module that a diff of
texts imports compiles any while it is imported: a test counts them.
"""

import re
from typing import Any, AnyStr, cast


class Later:
    """Stands for a pattern until one of its methods is asked for."""

    def __init__(self, *told: Any) -> None:
        self._told = told

    def __getattr__(self, name: str) -> Any:
        """Return a method of the pattern, and keep it: the next one who asks pays nothing."""
        method = getattr(re.compile(*self._told), name)
        setattr(self, name, method)
        return method


def later(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what `re.compile` makes of `pattern`, made when it is first used; a pattern that is none fails then.

    >>> later("[a-z]+").findall("two words")
    ['two', 'words']
    """
    return cast("re.Pattern[AnyStr]", Later(pattern, flags))
