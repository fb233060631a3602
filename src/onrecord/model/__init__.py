"""The nouns of the record: frozen values with no behaviour beyond their invariants.

A module each for what the stages of the pipeline make. Every offset counts Unicode code points
of ``Document.text`` and every span is half-open, as in a Python slice.
"""

from onrecord.model.actor import (
    Actor,
    ActorKind,
    Called,
    Entity,
    Form,
    Link,
    Mention,
    Part,
    Registered,
    Registry,
    Role,
    RoleKind,
    Status,
    Suggestion,
    Tenure,
)
from onrecord.model.judgement import (
    Judgement,
    Standing,
    Verdict,
)
from onrecord.model.reading import (
    Reading,
)
from onrecord.model.statement import (
    DEFAULT_EXTRACTOR,
    Act,
    Drop,
    Extraction,
    ExtractorName,
    Factuality,
    Kind,
    Statement,
    statement_id,
)
from onrecord.model.telling import (
    Telling,
)
from onrecord.model.text import (
    READ_KINDS,
    Block,
    BlockKind,
    Capture,
    Document,
    Granularity,
    Interval,
    Span,
    Spans,
    content_id,
)
from onrecord.model.utterance import (
    Aspect,
    Circumstance,
    Copy,
    CopyKind,
    Said,
    Teller,
    TellerKind,
    Utterance,
)

__all__ = [
    "DEFAULT_EXTRACTOR",
    "READ_KINDS",
    "Act",
    "Actor",
    "ActorKind",
    "Aspect",
    "Block",
    "BlockKind",
    "Called",
    "Capture",
    "Circumstance",
    "Copy",
    "CopyKind",
    "Document",
    "Drop",
    "Entity",
    "Extraction",
    "ExtractorName",
    "Factuality",
    "Form",
    "Granularity",
    "Interval",
    "Judgement",
    "Kind",
    "Link",
    "Mention",
    "Part",
    "Reading",
    "Registered",
    "Registry",
    "Role",
    "RoleKind",
    "Said",
    "Span",
    "Spans",
    "Standing",
    "Statement",
    "Status",
    "Suggestion",
    "Teller",
    "TellerKind",
    "Telling",
    "Tenure",
    "Utterance",
    "Verdict",
    "content_id",
    "statement_id",
]
