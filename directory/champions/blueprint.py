"""Listings that champions look after, and that coordinators approve."""

from flask import Blueprint

champions = Blueprint("champions", __name__)
