"""Figures: run by hand through make, never timed in a test."""
