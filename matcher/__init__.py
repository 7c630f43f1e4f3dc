"""Finds the local groups, activities and services that fit a person, and says why.

A pure library: a person and a catalogue go in, ranked matches with reasons come out.
It knows nothing of Flask, the database or the clock.
"""
