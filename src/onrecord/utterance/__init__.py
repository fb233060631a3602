"""Acts of speech: so far only when one took place."""

from onrecord.utterance.chain import chains, second_hand
from onrecord.utterance.revisions import revisions
from onrecord.utterance.setting import circumstances
from onrecord.utterance.when import said_when

__all__ = ["chains", "circumstances", "revisions", "said_when", "second_hand"]
