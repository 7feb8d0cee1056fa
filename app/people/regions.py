"""States and provinces by the letters that their posts want instead of their names."""

from collections.abc import Mapping

from app.people.folding import fold

_US = """AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut, DE
Delaware, DC District of Columbia, FL Florida, GA Georgia, HI Hawaii, ID Idaho, IL Illinois, IN
Indiana, IA Iowa, KS Kansas, KY Kentucky, LA Louisiana, ME Maine, MD Maryland, MA Massachusetts, MI
Michigan, MN Minnesota, MS Mississippi, MO Missouri, MT Montana, NE Nebraska, NV Nevada, NH New
Hampshire, NJ New Jersey, NM New Mexico, NY New York, NC North Carolina, ND North Dakota, OH Ohio,
OK Oklahoma, OR Oregon, PA Pennsylvania, PR Puerto Rico, RI Rhode Island, SC South Carolina, SD
South Dakota, TN Tennessee, TX Texas, UT Utah, VT Vermont, VA Virginia, WA Washington, WV West
Virginia, WI Wisconsin, WY Wyoming"""
_CA = """AB Alberta, BC British Columbia, MB Manitoba, NB New Brunswick, NL Newfoundland and Labrador, NS
Nova Scotia, NT Northwest Territories, NU Nunavut, ON Ontario, PE Prince Edward Island, QC Quebec,
SK Saskatchewan, YT Yukon"""
_AU = """ACT Australian Capital Territory, NSW New South Wales, NT Northern Territory, QLD Queensland, SA
South Australia, TAS Tasmania, VIC Victoria, WA Western Australia"""
_LETTERS: Mapping[str, Mapping[str, str]] = {
    country: {
        fold(name): letters
        for letters, _, name in (one.strip().partition(" ") for one in listed.split(","))
    }
    for country, listed in (("US", _US), ("CA", _CA), ("AU", _AU))
}


def region_letters(region: str, country: str | None) -> str:
    """`IL` of Illinois in the US; whatever is none of their names stays as it is."""
    return _LETTERS.get(country or "", {}).get(fold(region), region)
