"""What a storage file holds that is no recording: sensors, muscles, moments, told from its header and column names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from psoas.recording.joint_coordinates import coordinate_name, is_known, is_rate

NUMBERS = ("", "double", "vec3")
"""Data types whose tables may hold a recording."""
ORIENTATIONS = ("quaternion", "rotation")
MOST = 0.5
"""The kind of more than this share of the columns is the kind of the file (assumed)."""
_SENSOR = re.compile(r"(.*[_.-])?imu\d*([_.-].*)?", re.I)
_MOMENT = re.compile(r"(?P<name>.+)_(moment|force|torque)")
_REACTION = re.compile(r".+_on_.+_in_.+_[fmp][xyz]")
_ERROR = re.compile(r"total_squared_error|marker_error_.+|.+_(err|error)s?", re.I)
_BODY = re.compile(r".+_(X|Y|Z|Ox|Oy|Oz)")
_MUSCLES = (
    "gluteus", "glut_m", "glmax", "glmed", "glmin", "psoas", "iliacus", "soleus", "gastroc", "gasmed", "gaslat",
    "med_gas", "lat_gas", "tibant", "tib_ant", "tibpost", "tib_post", "tibialis", "recfem", "rect_fem",
    "rectus_fem", "vasmed", "vasint", "vaslat", "vas_med", "vas_int", "vas_lat", "vastus", "bfsh", "bflh",
    "bifem", "biceps_fem", "semimem", "semiten", "hamstring", "addbrev", "addlong", "addmag", "add_brev",
    "add_long", "add_mag", "adductor", "grac", "sart", "tfl", "piri", "pect", "quad_fem", "gem", "peri",
    "perbrev", "perlong", "per_brev", "per_long", "per_tert", "edl", "ehl", "fdl", "fhl", "flex_dig", "flex_hal",
    "ext_dig", "ext_hal", "ercspn", "intobl", "extobl",
)  # fmt: skip
"""How OpenSim's models of legs and trunk begin the names of their muscles."""


def other_data_type(header: Mapping[str, str]) -> str:
    """What a table holds whose cells are neither numbers nor x, y and z, by the values of its header; "" for others."""
    data_type = header.get("datatype", "").lower()
    if data_type in NUMBERS:
        return ""
    return "orientations" if data_type in ORIENTATIONS else "vectors"


def other_contents(columns: Sequence[str]) -> str:
    """What most columns are that are neither coordinates nor forces on the ground.

    Returns:
        "sensors", "moments", "reactions", "errors", "muscles" or "bodies"; "" where names do not tell.
    """
    kinds: dict[str, Callable[[str], bool]] = {
        "sensors": lambda name: _SENSOR.fullmatch(name) is not None,
        "moments": _is_moment,
        "reactions": lambda name: _REACTION.fullmatch(name) is not None,
        "errors": lambda name: _ERROR.fullmatch(name) is not None,
        "muscles": _is_muscle,
        "bodies": lambda name: _BODY.fullmatch(name) is not None,
    }
    for kind, matches in kinds.items():
        if sum(map(matches, columns)) > MOST * len(columns):
            return kind
    return ""


def _is_moment(column: str) -> bool:
    found = _MOMENT.fullmatch(coordinate_name(column))
    return found is not None and is_known(found["name"])


def _is_muscle(column: str) -> bool:
    folder, _, name = column.lower().rpartition("/")
    return is_rate(column) or folder.endswith("forceset") or name.startswith(_MUSCLES)
