from chatapp.gui.switcher.lately import Lately


def test_the_latest_is_worth_most() -> None:
    lately = Lately()
    for key in ("a", "b", "c", "a"):
        lately.use(key)
    assert lately.worth("a") == 1.0
    assert lately.worth("a") > lately.worth("c") > lately.worth("b") > 0
    assert lately.worth("never") == 0


def test_only_so_many_are_kept() -> None:
    lately = Lately(most=2)
    for key in ("a", "b", "c"):
        lately.use(key)
    assert (lately.worth("a"), lately.worth("b"), lately.worth("c")) == (0, 0.5, 1)
