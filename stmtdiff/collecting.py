"""Leave the garbage collector alone while two texts are compared.

The ugly case: a communiqué of 19,000 words becomes forty thousand small values. The collector looks through them again
and again for values that hold each other in a circle, finds none, and takes a fifth of the time.
"""

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

_Given = ParamSpec("_Given")
_Found = TypeVar("_Found")


def uncollected(function: Callable[_Given, _Found]) -> Callable[_Given, _Found]:
    """Return a function that runs without the collector, for one that leaves no circle of values behind.

    All else that is no longer used is freed at once, as ever. Several threads may run such functions: the collector
    works again when one of those ends that began while it did.
    """

    @wraps(function)
    def run(*given: _Given.args, **named: _Given.kwargs) -> _Found:
        if not gc.isenabled():
            return function(*given, **named)
        gc.disable()
        try:
            return function(*given, **named)
        finally:
            gc.enable()

    return run
