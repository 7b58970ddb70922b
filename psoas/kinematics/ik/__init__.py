"""Scaling a body to a person and inverse kinematics from markers."""
