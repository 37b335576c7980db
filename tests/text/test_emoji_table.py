from chatapp.text.emoji_table import bare, table


def test_it_is_read_once_and_in_order() -> None:
    assert table() is table()
    assert table()[0].rows[0].characters == "😀"
    assert {len(row.skins) for group in table() for row in group.rows} == {0, 5, 25}


def test_bare_is_without_selectors_and_nothing_else() -> None:
    assert bare("❤️") == "❤"
    assert bare("👁️‍🗨️") == "👁\u200d🗨"
    assert bare("a") == "a"
