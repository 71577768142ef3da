"""Look up which units of a row share rare words with another: through an index, never by trying all."""

from collections import defaultdict
from collections.abc import Callable, Iterable, KeysView


class RareWords:
    """An index of the rarer keys of a row of units: it tells in which units each key stands.

    A key is a word, or two words in a row.
    """

    __slots__ = ("_entries", "_ranks")

    def __init__(
        self,
        asked_for: Iterable[KeysView[str]],
        units: Iterable[tuple[int, KeysView[str]]],
        weigh: Callable[[str], float],
        common: int,
    ) -> None:
        """Note where in `units`, each with its position, the keys `asked_for` stand.

        A key that stands in more than `common` units says too little and is left out.
        """
        wanted = set().union(*asked_for)
        places: dict[str, list[int]] = defaultdict(list)
        for position, keys in units:
            for key in wanted & keys:
                places[key].append(position)
        rare = sorted([(len(where), key) for key, where in places.items() if len(where) <= common])
        self._ranks = {key: rank for rank, (_, key) in enumerate(rare)}
        self._entries = [(weigh(key), places[key]) for _, key in rare]

    def rarest(self, keys: KeysView[str], number: int) -> list[tuple[float, list[int]]]:
        """Return the weight and the positions of each of the `number` rarest among `keys`, the rarest first.

        The positions are those of the units that have the key. Keys that stand in too many units are left out.
        """
        ranks = sorted(map(self._ranks.__getitem__, self._ranks.keys() & keys))
        return [self._entries[rank] for rank in ranks[:number]]
