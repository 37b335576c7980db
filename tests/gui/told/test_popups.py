from pytestqt.qtbot import QtBot

from chatapp.gui.told.popups import TrayPopups


def test_the_tray_shows_one_and_knows_which(qtbot: QtBot) -> None:
    shown: list[tuple[str, str]] = []
    popups = TrayPopups(lambda title, text: shown.append((title, text)))
    popups.choose()
    popups.show("music", "Bo", "one")
    popups.show("news", "Chloe", "two")
    assert shown == [("Bo", "one"), ("Chloe", "two")]
    popups.close("music")
    with qtbot.waitSignal(popups.activated) as chosen:
        popups.choose()
    assert chosen.args == ["news"]
    popups.close("news")
    with qtbot.assertNotEmitted(popups.activated):
        popups.choose()
    popups.stop()
