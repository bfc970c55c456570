"""Time zones by name: the browser knows them, WebAssembly does not."""

import calendar
import datetime
import zoneinfo

from . import worker

_EPOCH = datetime.datetime(1970, 1, 1)


class ZoneInfo(datetime.tzinfo):
    """`zoneinfo.ZoneInfo`: one for each name."""

    _known = {}

    def __new__(cls, key):
        if (cls, key) in cls._known:
            return cls._known[cls, key]
        made = super().__new__(cls)
        made.key = key
        if made._offset(_EPOCH) is None:
            raise zoneinfo.ZoneInfoNotFoundError(f"No time zone found with key {key}")
        cls._known[cls, key] = made
        return made

    def _offset(self, utc):
        """What the zone is ahead at a moment in UTC."""
        seconds = worker.zone_offset(self.key, calendar.timegm(utc.timetuple()) * 1000)
        return None if seconds is None else datetime.timedelta(seconds=seconds)

    def utcoffset(self, moment):
        if moment is None:
            return None
        wall = moment.replace(tzinfo=None)
        before = self._offset(wall - datetime.timedelta(days=1))
        after = self._offset(wall + datetime.timedelta(days=1))
        fitting = [offset for offset in (before, after) if self._offset(wall - offset) == offset]
        return (fitting or [before])[-1 if moment.fold else 0]

    def dst(self, moment):
        if moment is None:
            return None
        year = moment.year
        standard = min(self._offset(datetime.datetime(year, month, 1)) for month in (1, 7))
        return self.utcoffset(moment) - standard

    def tzname(self, moment):
        return None if moment is None else datetime.timezone(self.utcoffset(moment)).tzname(None)

    def fromutc(self, moment):
        utc = moment.replace(tzinfo=None)
        offset = self._offset(utc)
        wall = utc + offset
        return wall.replace(tzinfo=self, fold=int(self.utcoffset(wall) != offset))

    def __repr__(self):
        return f"zoneinfo.ZoneInfo(key={self.key!r})"

    def __str__(self):
        return self.key

    def __reduce__(self):
        return (type(self), (self.key,))


class PytzZone(ZoneInfo):
    """A zone of pytz, which is asked to place a time in it."""

    @property
    def zone(self):
        return self.key

    def localize(self, moment, is_dst=False):
        return moment.replace(tzinfo=self)

    def normalize(self, moment, is_dst=False):
        return moment.astimezone(self)


def install():
    """Puts these zones in the place of those that need files."""
    zoneinfo.ZoneInfo = ZoneInfo
