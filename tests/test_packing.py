"""Packed records: they come back equal, one at a time, and hold nothing but the model's classes and plain values."""

import pickle
import zlib
from typing import Any

import pytest

from a11yaudit.model.location import Location
from a11yaudit.model.outcome import Kind, Outcome, Related, Severity, State
from a11yaudit.model.packing import Lazily, pack, unpack
from a11yaudit.model.part import Part
from a11yaudit.model.run import Kept
from a11yaudit.model.tally import Tally

PLACE = Location(1, 2, 1, 9, "p > img", 7)


@pytest.mark.parametrize(
    "record",
    [
        Related("the picture", PLACE),
        Kept(
            Tally(
                {
                    Kind(Outcome.FAILED, Severity.MINOR, State.NEW, Part.PAGE): 2,
                    Kind(Outcome.CANT_TELL, Severity.CRITICAL, None, Part.AROUND): 1,
                },
                3,
            ),
            b"",
            b"x",
        ),
        "a text \ud800",
        {"numbers": [1, 2.5, None, True], "pair": ("a", Outcome.PASSED)},
    ],
)
def test_given_a_record_when_packed_and_unpacked_then_it_is_equal(record: Any) -> None:
    got = unpack(pack(record))
    assert (got, type(got)) == (record, type(record))


@pytest.mark.parametrize("name", ["os\nmkdir", "builtins\neval", "a11yaudit.model.run\nreplace", "a11yaudit.pool\nrun"])
def test_given_anything_else_in_it_when_unpacked_then_it_is_refused(name: str) -> None:
    with pytest.raises(pickle.UnpicklingError, match="is no class of the model"):
        unpack(zlib.compress(f"c{name}\n.".encode()))


def test_given_a_lazy_sequence_when_read_then_items_are_made_each_time_and_only_those_that_are_asked_for() -> None:
    made: list[int] = []

    def double(number: int) -> int:
        made.append(number)
        return 2 * number

    lazy = Lazily([1, 2, 3, 4], double)
    assert (len(lazy), lazy[-1], list(lazy[1:3]), next(iter(lazy))) == (4, 8, [4, 6], 2)
    assert made == [4, 2, 3, 1]
