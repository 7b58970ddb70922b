"""Breathing from signals whose truth is known."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import numpy as np
import pytest
from edfio import Edf, EdfAnnotation, EdfSignal
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.io import wavfile

from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.knowledge.breath_techniques import breath_pattern, list_breath_techniques
from psoas.session.breath_analysis import FAIRLY_EVEN, BreathSignal, analyze_breathing, measure_adherence, read_signal


def belt(
    rate: float, *, share: float = 0.5, seconds: float = 90.0, hz: float = 50.0, noise: float = 0.0
) -> BreathSignal:
    """Half cosines up and down, ``rate`` a minute, the breath out taking ``share`` of each."""
    time = np.arange(int(seconds * hz)) / hz
    through = (time * rate / 60) % 1
    up = 0.5 - 0.5 * np.cos(np.pi * through / (1 - share))
    down = 0.5 + 0.5 * np.cos(np.pi * (through - 1 + share) / share)
    chance = np.random.default_rng(3).normal(size=len(time))
    return BreathSignal(np.where(through < 1 - share, up, down) + noise * chance + 0.01 * time, hz)


@settings(max_examples=40)
@given(st.floats(4, 30), st.floats(0.35, 0.7), st.sampled_from([10.0, 25.0, 50.0, 200.0]))
def test_rate_and_share_of_a_known_signal_come_back(rate: float, share: float, hz: float) -> None:
    found = analyze_breathing(belt(rate, share=share, hz=hz))
    assert found.per_minute == pytest.approx(rate, rel=0.02)
    assert found.out_share == pytest.approx(share, abs=0.04)
    assert found.spread is not None
    assert found.spread < 0.05


def test_noise_and_drift_do_not_add_breaths() -> None:
    found = analyze_breathing(belt(6, noise=0.08))
    assert found.per_minute == pytest.approx(6, rel=0.03)


def test_uneven_breath_is_called_uneven() -> None:
    lengths = [3.0, 7.0, 4.0, 9.0, 3.0, 8.0, 5.0, 3.5, 8.5, 4.0]
    time = np.concatenate([np.linspace(k, k + 1, int(50 * one), endpoint=False) for k, one in enumerate(lengths)])
    found = analyze_breathing(BreathSignal(0.5 - 0.5 * np.cos(2 * np.pi * time), 50.0))
    inner = lengths[1:-1]  # the first and the last are not whole
    assert found.spread == pytest.approx(np.std(inner) / np.mean(inner), abs=0.03)
    assert found.spread is not None and found.spread > FAIRLY_EVEN


def test_no_breath_is_said_so() -> None:
    flat = BreathSignal(np.zeros(2000), 25.0)
    assert analyze_breathing(flat).per_minute is None


@pytest.mark.parametrize(("values", "said"), [(np.zeros(100), "at least 20 s"), (np.full(2000, np.nan), "no numbers")])
def test_signals_that_cannot_be_used_are_refused(values: Floats, said: str) -> None:
    with pytest.raises(InputError, match=said):
        analyze_breathing(BreathSignal(values, 25.0))


def paced(name: str, minutes: float, *, behind: float = 0.0) -> tuple[BreathSignal, list[float]]:
    """A signal that follows a technique exactly, some seconds behind."""
    phases = [one for one in breath_pattern(name, minutes) if one.phase in ("in", "out")]
    ends = [one.start_s + one.seconds + behind for one in phases]
    at = np.arange(int((minutes * 60 + behind) * 25)) / 25
    full = np.interp(at, [phases[0].start_s + behind, *ends], [0.0, *(1.0 * (one.phase == "in") for one in phases)])
    return BreathSignal(full, 25.0), [one.start_s for one in phases if one.phase == "in"]


@pytest.mark.parametrize("behind", [0.0, 0.6, 3.0])
def test_following_a_pattern_is_told(behind: float) -> None:
    signal, _ = paced("long_out", 3, behind=behind)
    told = measure_adherence(analyze_breathing(signal), breath_pattern("long_out", 3))
    assert told.share > 0.9
    assert told.behind_s == pytest.approx(behind, abs=0.3)


def test_breathing_at_another_pace_is_not_following() -> None:
    assert "long_out" in list_breath_techniques()
    told = measure_adherence(analyze_breathing(belt(17, seconds=180)), breath_pattern("long_out", 3))
    slow = measure_adherence(analyze_breathing(belt(3, seconds=180)), breath_pattern("long_out", 3))
    assert slow.share < 0.6
    assert told.share <= 1


def test_files_come_in(tmp_path: Path) -> None:
    signal = belt(8, share=0.6)
    time = np.arange(len(signal.values)) / signal.hz
    table = tmp_path / "belt.csv"
    table.write_text(
        "seconds,ecg,belt\n" + "\n".join(f"{t:.3f},0,{v:.5f}" for t, v in zip(time, signal.values, strict=True))
    )
    wave = tmp_path / "belt.wav"
    wavfile.write(wave, 50, (1e4 * signal.values).astype(np.int16))
    for found in (analyze_breathing(read_signal(table, column="belt")), analyze_breathing(read_signal(wave))):
        assert found.per_minute == pytest.approx(8, rel=0.02)
        assert found.out_share == pytest.approx(0.6, abs=0.03)


def test_files_that_do_not_fit_say_what_would(tmp_path: Path) -> None:
    def refused(name: str, text: str | bytes, **options: str) -> tuple[str, ...]:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        with pytest.raises(InputError) as caught:
            read_signal(path, **options)
        return caught.value.faults

    assert refused("a.xls", "") == ("a.xls: '.xls' is not known; expected .csv, .wav, .edf",)
    assert refused("a.csv", "s,v\n0,1\n1,x\n2\n") == (
        "a.csv line 3: '1,x'; expected seconds and a value",
        "a.csv line 4: '2'; expected seconds and a value",
    )
    assert refused("b.csv", "s,v\n0,1\n0,2\n") == ("b.csv line 3: the seconds do not rise",)
    assert refused("c.csv", "s,v\n0,1\n1,2\n", column="belt") == ("c.csv: column 'belt' is not there; expected v",)
    assert "cannot be read" in refused("d.wav", b"noise")[0]
    sound = tmp_path / "sound.wav"
    wavfile.write(sound, 44100, np.zeros(44100, np.int16))
    with pytest.raises(InputError, match="is sound"):
        read_signal(sound)


def test_a_fast_breath_meets_every_target_and_follows_none() -> None:
    told = measure_adherence(analyze_breathing(belt(17, seconds=180)), breath_pattern("long_out", 3))
    assert told.share == 0.0


@pytest.mark.parametrize(("hz", "count"), [(0.5, 200), (1e-9, 3), (25.0, 25 * 86401)])
def test_rates_and_lengths_that_are_no_breath_signal_are_refused(hz: float, count: int) -> None:
    with pytest.raises(InputError, match="expected"):
        analyze_breathing(BreathSignal(np.zeros(count), hz))


def test_broken_files_never_fall_through(tmp_path: Path) -> None:
    wave = tmp_path / "whole.wav"
    wavfile.write(wave, 50, (1e4 * belt(8).values).astype(np.int16))
    whole = wave.read_bytes()
    broken = [(f"{n}.wav", whole[:n]) for n in range(60)]
    broken.append(("zero.wav", whole[:24] + b"\0\0\0\0" + whole[28:]))
    broken.append(("a.csv", b"s,v\n" + b"1" * 200_000 + b",2\n1,2\n"))
    broken.append(("b.csv", b"s,v\n0,1\n1,2\ninf,3\n"))
    broken.append(("c.csv", "s,v\n0,1\n1,é\n".encode("latin-1")))
    for name, data in broken:
        (tmp_path / name).write_bytes(data)
        with pytest.raises(InputError, match=name.replace(".", r"\.") + "|^signal"):
            analyze_breathing(read_signal(tmp_path / name))


def edf(
    *channels: tuple[str, BreathSignal], notes: tuple[EdfAnnotation, ...] | None = None, record_s: float | None = None
) -> bytes:
    """An EDF, or an EDF+ where there are notes, of named channels."""
    signals = [EdfSignal(one.values, one.hz, label=name, physical_dimension="mV") for name, one in channels]
    whole = io.BytesIO()
    Edf(signals, annotations=notes, data_record_duration=record_s).write(whole)
    return whole.getvalue()


NOTES = (EdfAnnotation(3.5, None, "Lights off"), EdfAnnotation(40.0, 12.0, "Slow breathing"))
BRAIN = BreathSignal(np.random.default_rng(1).normal(size=200 * 90), 200.0)
BELT = belt(8, share=0.6, hz=25)


@pytest.mark.parametrize("name", ["Resp", "RESP Effort", "Thor", "ABD", "Breathing belt"])
@pytest.mark.parametrize("notes", [None, (), NOTES])
def test_the_channel_of_breath_is_found_among_others(
    tmp_path: Path, name: str, notes: tuple[EdfAnnotation, ...] | None
) -> None:
    path = tmp_path / "night.EDF"
    path.write_bytes(
        edf(("EEG Fpz-Cz", BRAIN), (name, BELT), ("SaO2", BreathSignal(np.full(90, 97.0), 1.0)), notes=notes)
    )
    read = read_signal(path)
    assert (read.hz, len(read.values)) == (25.0, 25 * 90)
    assert read.values == pytest.approx(BELT.values, abs=np.ptp(BELT.values) / 2**15)
    assert analyze_breathing(read).per_minute == pytest.approx(8, rel=0.02)
    assert analyze_breathing(read).out_share == pytest.approx(0.6, abs=0.03)


@pytest.mark.parametrize(("hz", "record_s"), [(12.5, 2.0), (32.0, 1.0), (256.0, 0.5), (10.0, 30.0)])
def test_rates_and_lengths_of_records_do_not_matter(tmp_path: Path, hz: float, record_s: float) -> None:
    path = tmp_path / "a.edf"
    path.write_bytes(edf(("ECG", BRAIN), ("Thor", belt(6, share=0.6, hz=hz)), notes=NOTES, record_s=record_s))
    found = analyze_breathing(read_signal(path))
    assert found.per_minute == pytest.approx(6, rel=0.02)
    assert found.out_share == pytest.approx(0.6, abs=0.03)


def test_flow_is_summed_up_to_breath(tmp_path: Path) -> None:
    """The share of the breath out shows in the volume; flow itself turns in the middle of each."""
    chest = belt(8, share=0.65)
    flow = BreathSignal(np.gradient(chest.values) * chest.hz + 0.2, chest.hz)
    whole, table = tmp_path / "a.edf", tmp_path / "a.csv"
    whole.write_bytes(edf(("Nasal Flow", flow), ("EEG", BRAIN)))
    rows = "\n".join(f"{i / flow.hz:.3f},{value:.6f}" for i, value in enumerate(flow.values))
    table.write_text(f"seconds,airflow\n{rows}\n")
    for path in (whole, table):
        found = analyze_breathing(read_signal(path))
        assert found.per_minute == pytest.approx(8, rel=0.01)
        assert found.out_share == pytest.approx(0.65, abs=0.04)
    assert analyze_breathing(flow).out_share != pytest.approx(0.65, abs=0.1)


def test_an_edf_that_was_cut_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "a.edf"
    whole = edf(("Resp", BELT), notes=NOTES, record_s=1.0)
    head = 256 * 3
    path.write_bytes(whole[: head + (len(whole) - head) * 121 // 180])  # 60 and a half of 90 records
    assert read_signal(path).seconds == 60
    path.write_bytes(whole[:236] + b"-1      " + whole[244:])  # what a recorder leaves that was switched off
    assert read_signal(path).seconds == 90


def test_channels_that_cannot_be_chosen_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.edf"

    def refused(data: bytes, column: str = "") -> str:
        path.write_bytes(data)
        with pytest.raises(InputError) as caught:
            read_signal(path, column=column)
        return "\n".join(caught.value.faults)

    two = edf(("Thor", BELT), ("Abd", BELT), ("EEG", BRAIN))
    assert refused(two) == "a.edf: which channel is the breath? Name one of Thor, Abd"
    assert refused(two, "Belt") == "a.edf: channel 'Belt' is not there; expected Thor, Abd, EEG"
    assert read_signal(path, column="Abd").hz == 25
    none = edf(("Chest", BELT), ("EEG", BRAIN))
    assert refused(none) == "a.edf: no channel is named like breath; name the one that is: Chest, EEG"
    assert read_signal(path, column="Chest").hz == 25
    twins = edf(("Resp", BELT), ("Resp", BELT))
    for column in ("", "Resp"):
        assert refused(twins, column) == "a.edf: 2 channels are named 'Resp'; expected names that differ"


def test_an_interrupted_edf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.edf"
    whole = edf(("Resp", BELT), notes=(), record_s=1.0)
    head, data = whole[: 256 * 3], whole[256 * 3 :]
    size = len(data) // 90
    head = head.replace(b"EDF+C", b"EDF+D").replace(b"90  ", b"60  ", 1)
    path.write_bytes(head + data[: 30 * size] + data[60 * size :])
    with pytest.raises(InputError, match=r"a\.edf: the recording was interrupted \(EDF\+D\)"):
        read_signal(path)
    path.write_bytes(whole.replace(b"EDF+C", b"EDF+D"))  # says that it may be, and is not
    assert analyze_breathing(read_signal(path)).per_minute == pytest.approx(8, rel=0.02)


def test_damaged_edfs_never_fall_through(tmp_path: Path) -> None:
    path = tmp_path / "a.edf"
    whole = edf(("Resp", BELT), ("EEG", belt(8, hz=10)), notes=NOTES)
    chance = np.random.default_rng(5)
    damaged = [whole[:n] for n in (*range(0, 1024, 37), 1024, 1025)]
    damaged += [whole[:244] + b"0       " + whole[252:], b"x" * 4000, b"\0" * 4000]
    for _ in range(300):
        one = np.frombuffer(whole, np.uint8).copy()
        one[chance.integers(0, 1024, 4)] = chance.choice([0, 32, 45, 48, 57, 65, 255], 4)
        damaged.append(one.tobytes())
    refused = 0
    for data in damaged:
        path.write_bytes(data)
        try:
            analyze_breathing(read_signal(path))
        except InputError as error:
            refused += 1
            assert all(line.startswith(("a.edf: ", "signal: ")) for line in error.faults)
    assert refused > len(damaged) / 4


def test_a_missing_edfio_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.edf"
    path.write_bytes(edf(("Resp", BELT)))
    monkeypatch.setitem(sys.modules, "edfio", None)
    with pytest.raises(InputError, match=r"a\.edf: EDF needs .* install it with: pip install 'psoas\[breath\]'"):
        read_signal(path)
