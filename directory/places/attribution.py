"""The words that the licences of the place data ask us to show wherever places are used."""

GEONAMES = (
    "Place names and positions: GeoNames (https://www.geonames.org), "
    "licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). Adapted."
)

# The wording that the Open Government Licence asks for with Code-Point Open.
CODE_POINT_OPEN = (
    "Contains OS data © Crown copyright and database right. "
    "Contains Royal Mail data © Royal Mail copyright and database right. "
    "Contains National Statistics data © Crown copyright and database right. "
    "Licensed under the Open Government Licence v3.0 "
    "(https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/)."
)

ATTRIBUTIONS = (GEONAMES, CODE_POINT_OPEN)
