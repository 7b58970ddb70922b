"""Gait events, strides and repetitions of a motion."""
