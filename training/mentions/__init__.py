"""A learned scorer of whom a pronoun means, made to be measured against the rules."""
