"""Words for times, and what they mean: days, weeks, months, seasons, years, hours.

English only. What can be read in two ways ("last September", written in October) or counted
by nobody ("a few years ago", "before the war") is found and has no interval. Seasons are those
of the northern hemisphere, as their rule says. Weeks begin on Monday, and all of a week, month
or year is meant: "earlier this week" is Monday to Sunday.
"""

from onrecord.utterance.times.calendar import Days
from onrecord.utterance.times.expression import Base, Expression
from onrecord.utterance.times.finding import find_times

__all__ = ["Base", "Days", "Expression", "find_times"]
