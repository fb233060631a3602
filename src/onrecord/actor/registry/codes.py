"""The codes of countries, ISO 3166-1 in two letters, as registries of others use them."""

from __future__ import annotations

_TABLE = """
us United States|gb United Kingdom|ie Ireland|fr France|de Germany|ua Ukraine|ru Russia
by Belarus|pl Poland|ee Estonia|lv Latvia|lt Lithuania|fi Finland|se Sweden|no Norway
dk Denmark|is Iceland|nl Netherlands|be Belgium|lu Luxembourg|ch Switzerland|at Austria
hu Hungary|sk Slovakia|si Slovenia|cz Czech Republic|it Italy|es Spain|pt Portugal|gr Greece
tr Turkey|cy Cyprus|mt Malta|al Albania|rs Serbia|hr Croatia|ba Bosnia|me Montenegro
mk North Macedonia|xk Kosovo|bg Bulgaria|ro Romania|md Moldova|ge Georgia|am Armenia
az Azerbaijan|kz Kazakhstan|uz Uzbekistan|cn China|jp Japan|kr South Korea|kp North Korea
in India|pk Pakistan|bd Bangladesh|af Afghanistan|ir Iran|iq Iraq|il Israel|ps Palestine
lb Lebanon|sy Syria|jo Jordan|sa Saudi Arabia|qa Qatar|ae United Arab Emirates|kw Kuwait
ye Yemen|eg Egypt|ly Libya|tn Tunisia|dz Algeria|ma Morocco|sd Sudan|et Ethiopia|so Somalia
ke Kenya|ug Uganda|rw Rwanda|ng Nigeria|gh Ghana|za South Africa|ca Canada|mx Mexico
br Brazil|ar Argentina|cl Chile|co Colombia|ve Venezuela|cu Cuba|pe Peru|au Australia
nz New Zealand|id Indonesia|my Malaysia|ph Philippines|sg Singapore|vn Vietnam|th Thailand
"""

_COUNTRIES = dict(
    pair.split(" ", 1) for line in _TABLE.strip().splitlines() for pair in line.split("|")
)


def country_of_code(code: str) -> str:
    """Return the usual name of the country of a code, or the code itself in capitals."""
    return _COUNTRIES.get(code.lower(), code.upper())
