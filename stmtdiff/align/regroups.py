"""Join two sentences to two when the full stop between them wandered.

The ugly case: "The rate fell; prices rose. Spending grew." against "The rate fell. Prices rose
and spending grew." Each sentence has its partner, and "prices rose" would be lost on one side and
gained on the other, although nobody touched it.
"""

from collections.abc import Sequence

from stmtdiff.align.pairing import Group
from stmtdiff.align.similarity import Scale
from stmtdiff.align.units import Unit

_GAIN = 0.1  # how much more alike two and two must be than one and one


def regrouped(old: Sequence[Unit], new: Sequence[Unit], groups: Sequence[Group], scale: Scale) -> list[Group]:
    """Return the groups, in old order, with neighbours joined that are clearly more alike together."""
    done: list[Group] = []
    for group in groups:
        joined = _joined(old, new, done[-1], group, scale) if done else None
        if joined:
            done[-1] = joined
        else:
            done.append(group)
    return done


def _joined(old: Sequence[Unit], new: Sequence[Unit], above: Group, below: Group, scale: Scale) -> Group | None:
    is_single = all(len(side) == 1 for side in (above.old, above.new, below.old, below.new))
    is_next = is_single and (below.old[0], below.new[0]) == (above.old[0] + 1, above.new[0] + 1)
    if not is_next or above.score + below.score > 2 * (1 - _GAIN):
        return None
    first, second = [(old[group.old[0]].code, new[group.new[0]].code) for group in (above, below)]
    sizes = len(first[0]) + len(first[1]), len(second[0]) + len(second[1])
    apart = (above.score * sizes[0] + below.score * sizes[1]) / max(1, sum(sizes))
    together = scale.similarity(first[0] + second[0], first[1] + second[1])
    if together < apart + _GAIN:
        return None
    return Group(above.old + below.old, above.new + below.new, together, "regroup")
