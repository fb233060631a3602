"""The learned extractor: onnxruntime, tokenizers and numpy, no training code.

words → windows → network → decoding → linking → statements
"""

from onrecord.statement.learned.extractor import LearnedExtractor
from onrecord.statement.learned.weights import MODELS

__all__ = ["MODELS", "LearnedExtractor"]
