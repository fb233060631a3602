import pytest

from onrecord.model import Act
from onrecord.statement.learned.acts import act_of


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("said", Act.SPEECH),
        ("told reporters", Act.SPEECH),
        ("according to", Act.SPEECH),
        (":", Act.SPEECH),
        ("said in a tweet", Act.WRITING),
        ("wrote", Act.WRITING),
        ("believes", Act.THOUGHT),
        ("appeared", Act.THOUGHT),
        ("plans to announce", Act.INTENTION),
        ("is willing", Act.INTENTION),
        ("is expected to say", Act.SPEECH),
        ("is widely expected to write", Act.WRITING),
    ],
)
def test_the_words_of_the_cue_tell_the_act(cue: str, act: Act) -> None:
    assert act_of(cue) is act
