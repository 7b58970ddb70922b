"""The person by the parameters of a C3D file: PROCESSING of Vicon, SUBJECT and SUBJECTS, and the groups of others.

No exporter writes units beside such figures. Vicon writes millimetres and kilograms, others metres or centimetres; the
one unit that makes a figure plausible is taken, and a figure that none does is left out and said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from psoas.core.message import Message, message
from psoas.recording.c3d_parameters import C3DParameters
from psoas.recording.subject import Subject, figure_in_units, sex_of

GROUPS = re.compile(r"PROCESSING|SUBJECTS?\d*|SUBJECT[_ ]?(?:INFO|DATA|PARAM).*|PATIENT.*|ANTHROPO.*|PERSON.*")
"""Groups that describe a person (Vicon, Motion Lab Systems, Qualisys, BTS and others)."""
NAMES = {
    "mass_kg": ("bodymass", "mass", "weight", "bodyweight", "subjectmass", "subjectweight"),
    "height_m": ("height", "bodyheight", "stature", "subjectheight"),
    "leg_length_r_m": ("rleglength", "rightleglength", "leglengthr", "leglengthright"),
    "leg_length_l_m": ("lleglength", "leftleglength", "leglengthl", "leglengthleft"),
    "knee_width_r_m": ("rkneewidth", "rightkneewidth", "kneewidthr", "kneewidthright", "rkneediameter"),
    "knee_width_l_m": ("lkneewidth", "leftkneewidth", "kneewidthl", "kneewidthleft", "lkneediameter"),
    "ankle_width_r_m": ("ranklewidth", "rightanklewidth", "anklewidthr", "anklewidthright", "rmalleoluswidth"),
    "ankle_width_l_m": ("lanklewidth", "leftanklewidth", "anklewidthl", "anklewidthleft", "lmalleoluswidth"),
    "asis_distance_m": ("interasisdistance", "asisdistance", "interasis", "asiswidth"),
}
"""Field to names of parameters, without case and separators."""
BMI = (8.0, 90.0)
"""Body mass index, kg/m2, that a living person can have (assumed)."""
SEXES = ("sex", "gender", "subjectsex", "subjectgender")


def read_subject(parameters: C3DParameters) -> tuple[Subject | None, list[Message], list[Message]]:
    """What the file says of its person; None when it says nothing.

    Returns:
        The person, a note that tells the figures, and a repair for each figure that no unit makes plausible.
    """
    figures: dict[str, float] = {}
    origins: dict[str, str] = {}
    repairs: list[Message] = []
    sex: str | None = None
    for key, name in _personal(parameters):
        field = next((field for field, names in NAMES.items() if name in names), "")
        if field and field not in figures:
            value, text = _value(parameters, key)
            if not value > 0:  # zero is how Vicon writes "not measured"
                continue
            found = figure_in_units(field, value, text)
            if found is None:
                repairs.append(message("recording.subject_implausible", parameter=key, value=f"{value:g}"))
            else:
                figures[field], origins[field] = found, key
        elif name in SEXES and sex is None:
            sex = sex_of("".join(parameters.texts(key)[:1]))
            origins |= {"sex": key} if sex else {}
    for key in _unlikely(figures):
        repairs.append(message("recording.subject_implausible", parameter=origins[key], value=f"{figures[key]:.3g}"))
        del figures[key], origins[key]
    if not origins:
        return None, [], repairs
    subject = Subject(sex=sex, **figures, origins=tuple(sorted(origins.items())))
    return subject, [_note(subject)], repairs


def _unlikely(figures: dict[str, float]) -> tuple[str, ...]:
    """Mass and stature where together they fit no person; nothing otherwise."""
    if "mass_kg" not in figures or "height_m" not in figures:
        return ()
    bmi = figures["mass_kg"] / figures["height_m"] ** 2
    return () if BMI[0] <= bmi <= BMI[1] else ("mass_kg", "height_m")


def _personal(parameters: C3DParameters) -> Iterator[tuple[str, str]]:
    """Parameters of the groups that describe a person: key, and name without case and separators."""
    for key in sorted(parameters.by_key):  # PROCESSING, what the model used, before SUBJECT
        group, _, name = key.partition(":")
        if GROUPS.fullmatch(group):
            yield key, "".join(letter for letter in name.casefold() if letter.isalnum())


def _value(parameters: C3DParameters, key: str) -> tuple[float, str]:
    """A figure and the unit behind it, from a number or a text such as "1,76 m"; NaN when there is none."""
    if parameters.by_key[key].type != -1:
        return parameters.number(key), ""
    match = re.match(r"\s*(\d+(?:[.,]\d+)?)\s*([a-zA-Z]*)", "".join(parameters.texts(key)[:1]))
    return (float(match[1].replace(",", ".")), match[2].lower()) if match else (float("nan"), "")


def _note(subject: Subject) -> Message:
    """The figures of a person in one message: those of a plan first, then how many more."""
    said = []
    if subject.mass_kg is not None:
        said.append(message("recording.subject_mass", mass=f"{subject.mass_kg:.1f}"))
    if subject.height_m is not None:
        said.append(message("recording.subject_height", height=f"{subject.height_m:.2f}"))
    if subject.sex is not None:
        said.append(message(f"recording.subject_sex.{subject.sex}"))
    more = len(subject.known) - len(said)
    if more:
        said.append(message("recording.subject_sizes", count=more))
    return message("recording.subject_found", figures=tuple(said))
