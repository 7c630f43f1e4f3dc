"""What every form of ours is: a WTForms form that says what to do, in plain words."""

import wtforms

CHOOSE = "Choose one of the answers"
# WTForms' own words, which a person meets where what they sent was not made with our page.
WORDS = {
    "Not a valid choice.": CHOOSE,
    "Invalid Choice: could not coerce.": CHOOSE,
    "'%(value)s' is not a valid choice for this field.": CHOOSE,
    "'%(value)s' are not valid choices for this field.": CHOOSE,
    "Not a valid integer value.": "Enter a whole number",
}


class PlainWords:
    """Stands where WTForms looks for a translation."""

    def gettext(self, text: str) -> str:
        return WORDS.get(text, text)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        return self.gettext(singular if count == 1 else plural)


class Form(wtforms.Form):
    class Meta:
        def get_translations(self, _form: wtforms.Form) -> PlainWords:
            return PlainWords()
