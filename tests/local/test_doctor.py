"""A machine that cannot hold the product is told so first."""

import pytest

from local import doctor
from local.trouble import Trouble


def test_this_machine_has_room() -> None:
    doctor.require_space()


def test_a_full_disk_is_told_with_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "EACH_START", 10**18)
    monkeypatch.setattr(doctor, "FIRST_INSTALLATION", 10**18)

    with pytest.raises(Trouble, match=r"1000000000\.0 GB of free disk space are needed"):
        doctor.require_space()
