"""The public search: nothing that is typed here is kept, logged or put in an address."""

from flask import Blueprint

search = Blueprint("search", __name__)
