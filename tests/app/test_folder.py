"""Whose folder it is."""

import sys
from pathlib import Path

import pytest

from chatapp.app import folder


def test_a_folder_is_made_and_is_ours_until_we_let_go(tmp_path: Path) -> None:
    place = tmp_path / "made" / "here"
    lock = folder.own(place)
    with pytest.raises(folder.NotOurs, match="another server uses the folder") as problem:
        folder.own(place)
    assert problem.value.taken
    lock.release()
    folder.own(place).release()


@pytest.mark.skipif(sys.platform == "win32", reason="a home folder is its owner's there as it is")
def test_what_was_said_is_for_the_hosts_eyes(tmp_path: Path) -> None:
    folder.own(tmp_path / "made").release()
    assert (tmp_path / "made").stat().st_mode & 0o077 == 0


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    folder.own(tmp_path).release()
    assert sys.platform == "win32" or tmp_path.stat().st_mode & 0o777 == 0o755


def test_a_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(folder.NotOurs, match="cannot be used: ") as problem:
        folder.own(tmp_path / "file" / "here")
    assert not problem.value.taken


def test_each_profile_has_places_of_its_own_and_the_one_without_a_name_those_of_before(home: Path) -> None:
    assert folder.of_window("") == folder.of_window()
    assert folder.of_person("") == folder.of_person()
    names = ["", "work", "home.2"]
    places = {place(name) for name in names for place in (folder.of_window, folder.of_person)}
    assert len(places) == 6
    assert all(place.is_relative_to(home) for place in places)
    assert not folder.of_person("work").is_relative_to(folder.of_person())


def test_two_profiles_host_at_the_same_time(home: Path) -> None:
    locks = [folder.own(folder.of_window(profile)) for profile in ("", "work")]
    with pytest.raises(folder.NotOurs):
        folder.own(folder.of_window("work"))
    for lock in locks:
        lock.release()


def test_each_kind_of_server_has_one_of_its_own_in_the_persons_data(home: Path) -> None:
    places = {folder.of_serve(), folder.of_window()}
    assert len(places) == 2
    assert all(place.is_relative_to(home) for place in places)
