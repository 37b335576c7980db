from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from chatapp.gui.composer.suggestion import Role, Suggestion, SuggestionModel


def test_it_says_what_is_offered(qapp: object) -> None:
    model = SuggestionModel()
    tester = QAbstractItemModelTester(model)
    smile, ann = Suggestion("😄", ":smile:", "grinning face", "😄"), Suggestion("@Ann ", "Ann")
    model.show([smile, ann])
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [":smile:", "Ann"]
    spoken = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert spoken == ["grinning face", "Ann"]
    assert model.index(1, 0).data(Role.SUGGESTION) == ann
    model.show([])
    assert model.rowCount() == 0
    assert tester.model() is model
