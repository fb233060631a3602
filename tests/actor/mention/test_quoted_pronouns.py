"""In a quotation "he" is never the one who is quoted, also where that one is named behind it."""

import pytest

from onrecord.actor import resolve_document
from onrecord.model import Part
from onrecord.statement import StructuralExtractor
from tests.statement.reports import report


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Tom Reeve met Bo Lunn. “He told me it was off,” Reeve said.", "Bo Lunn"),
        ("Bo Lunn met Tom Reeve. “He told me it was off,” said Reeve.", "Bo Lunn"),
        ("Tom Reeve spoke. “He told me it was off,” Reeve said.", None),
    ],
)
def test_he_in_a_quotation_is_not_who_is_quoted(text: str, who: str | None) -> None:
    document = report(text)
    statements = StructuralExtractor().extract(document).statements
    entities, mentions = resolve_document(document, statements)
    names = {entity.id: entity.name for entity in entities}
    (inner,) = (one for one in statements if one.parent)
    (source,) = (m for m in mentions if m.statement_id == inner.id and m.part is Part.SOURCE)
    assert names.get(source.entity_id or "") == who
