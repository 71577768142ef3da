"""What the rules promise: each carries its own examples, and says the right direction of a shift."""

import pytest

from stmtdiff.rules import load_packs, run_examples


@pytest.mark.parametrize("pack", load_packs(), ids=lambda pack: pack.id)
def test_every_example_of_a_shipped_pack_comes_out_as_it_says(pack):
    assert [str(failure) for failure in run_examples(pack)] == []
