"""The whole way from a file to an answer: read, follow, compute, judge, write."""

from __future__ import annotations

from psoas.pipeline.analysis_options import AnalysisOptions
from psoas.pipeline.library_loading import load_libraries
from psoas.pipeline.recording_analysis import analyze

__all__ = ["AnalysisOptions", "analyze", "load_libraries"]
