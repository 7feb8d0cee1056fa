"""Days as one says them this morning: today, tomorrow, a weekday within a week, else the date."""

from datetime import date

from resources.words import Words

WEEK = 7


def day_said(day: date, today: date, words: Words) -> str:
    """`day` in as few words as tell it apart from its neighbours."""
    away = (day - today).days
    near = {-1: words("Yesterday"), 0: words("Today"), 1: words("Tomorrow")}
    if away in near:
        return near[away]
    if abs(away) < WEEK:
        return weekday(day, words)
    return words.date(day, "MMMd")


def full_day(day: date, words: Words) -> str:
    """Weekday and date, as `Tuesday 24 November`."""
    return words("{weekday} {day}", weekday=weekday(day, words), day=words.date(day, "MMMMd"))


def weekday(day: date, words: Words) -> str:
    """The day's name with which something begins."""
    name = words.weekday(day)
    return name[:1].upper() + name[1:]
