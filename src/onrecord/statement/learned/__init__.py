"""The learned extractor: onnxruntime, tokenizers and numpy, no training code.

words → windows → network → decoding → linking → statements
"""

from onrecord.statement.learned.extractor import LearnedExtractor

__all__ = ["LearnedExtractor"]
