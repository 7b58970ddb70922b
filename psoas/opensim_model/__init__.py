"""An OpenSim model of your own as a body: read, placed, its muscles traced, its forces computed."""

from __future__ import annotations

from psoas.opensim_model.imported_body import ImportedBody, ModelPaths
from psoas.opensim_model.model_parts import ModelParts
from psoas.opensim_model.model_reader import read_model

__all__ = ["ImportedBody", "ModelParts", "ModelPaths", "read_model"]
