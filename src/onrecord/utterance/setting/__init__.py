"""On which occasion, where and through which medium a statement was made."""

from onrecord.utterance.setting.circumstances import circumstances

__all__ = ["circumstances"]
