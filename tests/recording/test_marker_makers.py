"""The names of each maker as its programs write them, and what Psoas takes them for."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from psoas.recording import identify_marker_set, marker_sets

BOTH = "LR"


def both(names: str, sides: Sequence[str] = BOTH) -> list[str]:
    """``"*ASI *PSI"`` for both sides: LASI RASI LPSI RPSI."""
    return [name.replace("*", side) for name in names.split() for side in (sides if "*" in name else sides[:1])]


# set: names as its makers spell them, how many are used, and readings that other sets would give another place
MAKERS: dict[str, tuple[list[str], int, dict[str, str]]] = {
    "halpe26": (
        both("Hip *Hip *Knee *Ankle *BigToe *SmallToe *Heel Neck Head Nose *Shoulder *Elbow *Wrist"), 22,
        {"LKnee": "knee_centre_l", "Hip": "mid_pelvis"},
    ),
    "body25": (
        both("Nose Neck *Shoulder *Elbow *Wrist MidHip *Hip *Knee *Ankle *Eye *Ear *BigToe *SmallToe *Heel"), 25,
        {"RHip": "hip_centre_r", "MidHip": "mid_pelvis"},
    ),
    "coco17": (
        ["nose", *(f"{side}_{part}" for part in ("eye", "ear", "shoulder", "elbow", "wrist", "hip", "knee", "ankle")
                   for side in ("left", "right"))], 17, {"right_hip": "hip_centre_r"},
    ),
    "mediapipe33": (
        ["nose", *(f"{side}_{part}" for part in (
            "eye_inner", "eye", "eye_outer", "ear", "shoulder", "elbow", "wrist", "pinky", "index", "thumb", "hip",
            "knee", "ankle", "heel", "foot_index") for side in ("left", "right")), "mouth_left", "mouth_right"], 33,
        {"left_foot_index": "big_toe_l"},
    ),
    "opencap": (
        both("r.ASIS_study L.ASIS_study r.PSIS_study L.PSIS_study r_knee_study L_knee_study r_mknee_study "
        "L_mknee_study r_ankle_study L_ankle_study r_mankle_study L_mankle_study r_toe_study L_toe_study "
        "r_5meta_study L_5meta_study r_calc_study L_calc_study r_thigh1_study L_thigh1_study r_sh1_study "
        "L_sh1_study RHJC_study LHJC_study "
        "C7_study r_shoulder_study L_shoulder_study"), 27, {"r_knee_study": "knee_lateral_r"},
    ),
    "opencap_laboratory": (
        both("r.ASIS L.ASIS r.PSIS L.PSIS r_knee L_knee r_ankle L_ankle r_calc L_calc r_toe L_toe r_5meta L_5meta "
        "r_shank_antsup L_shank_antsup r_thigh1 L_thigh1 r_sh2 L_sh2 C7 R_Shoulder L_Shoulder R_elbow_lat L_elbow_lat "
        "R_elbow_med L_elbow_med R_wrist_radius L_wrist_radius R_HJC L_HJC"), 31,
        {"r_knee": "knee_lateral_r", "L_ankle": "ankle_lateral_l", "R_Shoulder": "acromion_r"},
    ),
    "rajagopal": (
        both("*ASI *PSI *HJC *TH1 *TH2 *TH3 *LFC *KJC *TB1 *TB2 *LMAL *AJC *CAL *TOE *MT5 *ACR C7 CLAV *LEL *UA1"), 38,
        {"RTOE": "toe_medial_r", "RKJC": "knee_centre_r"},
    ),
    "rajagopal_experiment": (
        both("*.Shoulder *.Clavicle *.Biceps *.Elbow *.Forearm *.Wrist *.ASIS *.PSIS S2 *.TH1 *.TH2 *.TH3 *.Knee "
             "*.SH1 *.SH2 *.SH3 *.Ankle *.Heel *.MT5 *.Toe"), 39,
        {"R.Knee": "knee_lateral_r", "L.Ankle": "ankle_lateral_l", "R.Toe": "big_toe_r"},
    ),
    "gait2392": (
        both("*.ASIS V.Sacral *.Thigh.Upper *.Knee.Lat *.Knee.Med *.Shank.Front *.Ankle.Lat *.Heel *.Midfoot.Sup "
             "*.Toe.Tip *.Toe.Lat *.Acromium Top.Head"), 24, {"R.Toe.Tip": "toe_r"},
    ),
    "plug_in_gait": (
        both("*FHD *BHD C7 T10 CLAV STRN RBAK *SHO *UPA *ELB *FRM *WRA *WRB *FIN *ASI *PSI *THI *KNE *TIB *ANK *HEE "
             "*TOE *KNM *MED"), 43, {"RTOE": "metatarsal_2_r", "RMED": "ankle_medial_r"},
    ),
    "cmu": (
        both("ARIEL *FHD *BHD C7 T10 CLAV STRN RBAC *SHO *UPA *ELB *FRM *WRA *WRB *FIN *FWT *BWT *THI *KNE *SHN *ANK "
             "*HEE *TOE *MT5"), 42, {"RFWT": "asis_r", "RTOE": "metatarsal_2_r"},
    ),
    "hbm": (
        both("THEAD FHEAD C7 T10 SACR XYPH STRN BBAC *SHO *DELT *LEE *MEE *FRM *MW *LW *FIN *ASIS *PSIS *GTRO F*THI "
             "*LEK *ATI *LM *HEE *TOE *MT5"), 44, {"LLM": "ankle_lateral_l", "RLEE": "elbow_lateral_r"},
    ),
    "van_sint_jan": (
        both("*_IAS *_IPS *_FTC *_FLE *_FME *_TTC *_FAX *_FAL *_TAM *_FCC *_FM1 *_FM2 *_FM5 *_TH1 *_SK1 SJN SXS CV7 "
             "TV10 *_SAE *_HLE *_HME *_RSP *_USP"), 44, {"L_TAM": "ankle_medial_l", "R_FLE": "knee_lateral_r"},
    ),
    "ior": (
        both("C7 *A L5 *PSIS *ASIS *GT *LE *ME *HF *TT *LM *MM *CA *VMH *IMH *IIT"), 30,
        {"RLE": "knee_lateral_r", "RA": "acromion_r", "RHF": "cluster:shank_r"},
    ),
    "helen_hayes": (
        both("Top.Head Front.Head Rear.Head *.Shoulder R.Offset *.Elbow *.Wrist *.ASIS V.Sacral *.Thigh *.Knee *.Shank "
             "*.Ankle *.Heel *.Toe *.Knee.Medial *.Ankle.Medial"), 29,
        {"R.Knee": "knee_lateral_r", "L.Ankle": "ankle_lateral_l"},
    ),
    "coda": (
        both("*.Sac.Wand *.PSIS *.ASIS *.Hip *.Ant.Fem. *.Post.Fem. *.Ant.Tib. *.Post.Tib. *.Ankle *.Heel *.Toe "
             "*.Knee"), 24, {"R.Hip": "greater_trochanter_r", "R.Knee": "knee_lateral_r"},
    ),
    "bts_davis": (
        ["c7", "sacrum", *(f"{s} {part}" for s in "rl" for part in (
            "should", "asis", "thigh", "bar 1", "knee 1", "knee 2", "bar 2", "mall", "met", "heel"))], 22,
        {"r thigh": "greater_trochanter_r", "r met": "toe_lateral_r"},
    ),
    "melbourne": (
        both("C7 *SH MAN T7 *ARM *ELB *FOREARM *WR *ASI SACR P1 P2 P3 *THLP *THAP *LEPI *PAT *TIAP *TILAT *LMAL *HEEL "
             "*MFS *P1MT *TOE *P5MT"), 43, {"RTOE": "toe_r", "LLEPI": "knee_lateral_l"},
    ),
    "visual3d": (
        both("*ASIS *PSIS *IC *GT *TH1 *TH2 *TH3 *LK *MK *SK1 *SK2 *SK3 *LA *MA *FT1 *FT2 *FT3"), 34,
        {"RLK": "knee_lateral_r", "LMA": "ankle_medial_l"},
    ),
    "optitrack": (
        both("HeadTop HeadFront HeadSide BackTop Chest BackLeft BackRight Waist*Front Waist*Back *ShoulderBack "
             "*ShoulderTop *ElbowOut *UArmHigh *WristOut *WristIn *HandOut *ThighFront *KneeOut *Shin *AnkleOut "
             "*ToeOut *ToeIn"), 37, {"WaistLFront": "asis_l", "WaistRBack": "cluster:pelvis"},
    ),
    "theia": (
        [f"{name}_4X4{end}" for name in ("pelvis", "torso", "head", *(f"{side}_{part}" for side in "rl" for part in (
            "thigh", "shank", "foot", "toes", "uarm", "larm", "hand"))) for end in ("", "_x", "_y", "_z")], 68,
        {"r_thigh_4X4": "hip_centre_r", "l_shank_4X4": "knee_centre_l", "torso_4X4": "neck"},
    ),
    "xsens": (
        ["pHipOrigin", "pSacrum", "pIJ", "pPX", "pC7SpinalProcess", "pTopOfHead", *(f"p{side}{part}" for part in (
            "ASI", "CSI", "GreaterTrochanter", "KneeLatEpicondyle", "KneeMedEpicondyle", "LatMalleolus",
            "MedMalleolus", "HeelFoot", "FirstMetatarsal", "Toe", "Acromion") for side in ("Right", "Left"))], 28,
        {"pRightASI": "asis_r", "pLeftMedMalleolus": "ankle_medial_l"},
    ),
    "freemocap_qualisys": (
        both("*IC *PSIS *ASIS *GT *LFC *MFC *LTP *MTP *LMA *MMA *PHE *DHE *1ST *2ND *5TH *TOE *LatElbow *MedElbow"), 36,
        {"RLMA": "ankle_lateral_r", "L1ST": "toe_medial_l"},
    ),
    "ensam": (
        both("EAS* EPS* MTBassin FHA* FHP* CL* CM* TFIB* THA* ML* MM* MT1* MT5* CAL* C7 T8 MAN XYP AC* EL* EM* PSR* "
             "PSU* TMP* PAT* L5", "GD"), 46,
        {"EASG": "asis_l", "CLD": "knee_lateral_r", "MMG": "ankle_medial_l", "MT5D": "toe_lateral_r"},
    ),
    "rx_lx": (
        [*both("*Asis *Thigh *LatCon *FH *Shank *LatMal *Heel *Toe1 *Meta5 *Should *Elbow *Wrist", ["Lx", "Rx"]),
         "Psis", "C7"], 26,
        {"LxLatCon": "knee_lateral_l", "Psis": "sacrum", "RxMeta5": "toe_lateral_r"},
    ),
    "uwa": (
        both("*ACR1 *ACR2 *ACR3 C7 T10 CLAV STRN *UA1 *LEL *MEL *WRR *WRU *ASI *PSI *TH1 *LFC *MFC *TB1 *LMAL *MMAL "
             "*CAL *MT1 *MT5"), 42, {"RMT1": "toe_medial_r", "LWRU": "wrist_ulnar_l"},
    ),
    "lifting": (
        both("*ASI *SACR USACR *THI1 *THI4 *TIB1 *TIB4 *LFC *MFC *LMAL *MMAL *HEE *MT1 *MT2 *MT5 FHD *BHD C7 T10 CLAV "
             "*SHO *RAD *UL *LEP *MEP *UUPA"), 47,
        {"RLEP": "elbow_lateral_r", "LSACR": "cluster:pelvis", "RSACR": "cluster:pelvis"},
    ),
    "cortex_epicondyles": (
        both("*GTR *LEP *MEP *THI *PSK *DSK *LSK *LMAL *MMAL *HEEL *TOE *MET5 *ASIS *PSIS *ACR *BHD *FHD *FRM *HAND "
             "*LEB *MEB *LWRT *MWRT *SHO"), 48, {"RLEP": "knee_lateral_r", "LLEB": "elbow_lateral_l"},
    ),
    "salzburg": (
        [f"{part}_{side}" for part in (
            "head_front", "head_back", "acrom", "SIPS", "SIAS", "epi_lat", "epi_med", "mal_lat", "mal_med", "cal_back",
            "forefoot_med", "forefood_lat", "toe2", "toe") for side in ("left", "right")], 28,
        {"epi_lat_left": "knee_lateral_l", "forefood_lat_right": "toe_lateral_r"},
    ),
    "montreal": (
        both("*ASIS *PSIS *GT *THI1 *THI2 *THI3 *LFE *MFE *ATT *LM *SPH *LEG1 *LEG2 *LEG3"), 28,
        {"RLFE": "knee_lateral_r", "LSPH": "ankle_medial_l", "RLEG1": "cluster:shank_r"},
    ),
    "qualisys_animation": (
        both("Head* HeadTop HeadFront *ShoulderTop *ElbowOut *Hand2 *WristOut *WristIn Chest SpineTop SpineThoracic2 "
             "SpineThoracic12 Back* Waist*Front Waist* Waist*Back *Thigh *KneeOut *KneeIn *Shin *AnkleOut *HeelBack "
             "*Forefoot5 *Forefoot2 *Forefoot1 *AnkleIn *ShinFrontHigh *ThighFrontLow WaistBack *ToeTip"), 53,
        {"WaistLFront": "asis_l", "RForefoot5": "toe_lateral_r"},
    ),
    "ntu": (
        both("*ASI *PSI *TRO *LFC *MFC *THI *TT *SHA *LMA *MMA *TIB *HEE *FOO *TOE *MTH"), 30,
        {"RTT": "cluster:shank_r", "LMMA": "ankle_medial_l"},
    ),
    "vehs": (
        both("*PSIS *ASIS SS T8 XP C7 HDTP *EAR *AP *AP_f *AP_b *LE *ME *US *RS *MCP5 *MCP2 *GT *MFC *LFC *MM *LM "
             "*MTP1 *MTP5 *HEEL"), 45, {"RLE": "elbow_lateral_r", "RLFC": "knee_lateral_r"},
    ),
    "lettered_sides": (
        both("*LKNE *MKNE *LANK *MANK *LELB *MELB"), 12,
        {"LLKNE": "knee_lateral_l", "RLANK": "ankle_lateral_r", "LMANK": "ankle_medial_l"},
    ),
    "kinect": (
        ["SPINE_BASE", "SPINE_SHOULDER", "HEAD", *(f"{part}_{side}" for part in (
            "HIP", "KNEE", "ANKLE", "FOOT", "SHOULDER", "ELBOW", "WRIST", "HAND") for side in ("LEFT", "RIGHT"))], 19,
        {"HIP_LEFT": "hip_centre_l", "SPINE_BASE": "mid_pelvis", "FOOT_RIGHT": "cluster:foot_r"},
    ),
    "smpl": (
        ["pelvis", "spine1", "spine2", "spine3", "neck", "head", *(f"{side}_{part}" for side in ("left", "right")
         for part in ("hip", "knee", "ankle", "foot", "collar", "shoulder", "elbow", "wrist", "hand"))], 24,
        {"pelvis": "cluster:pelvis", "left_foot": "cluster:foot_l", "head": "cluster:head"},
    ),
    "animation_joints": (
        ["Hips", "Spine", "Spine1", "Neck", "Head", *(f"{side}{part}" for side in ("Left", "Right") for part in (
            "UpLeg", "Leg", "Foot", "ToeBase", "Shoulder", "Arm", "ForeArm", "Hand"))], 21,
        {"LeftUpLeg": "hip_centre_l", "RightLeg": "knee_centre_r", "LeftFoot": "ankle_centre_l"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("key", MAKERS)
@pytest.mark.parametrize("prefix", ["", "Subject 1:", "S01_"])
def test_files_of_each_maker(key: str, prefix: str) -> None:
    names, used, readings = MAKERS[key]
    match = identify_marker_set(prefix + name for name in names)
    assert match.key == key
    assert len(match.mapping) == used, match.unused
    assert {name: match.mapping[prefix + name] for name in readings} == readings


def test_no_set_is_without_its_makers_names() -> None:
    assert set(MAKERS) == set(marker_sets()) - {"vicon_additions"}


def test_additions_come_with_plug_in_gait() -> None:
    names = both("*ASI *PSI *THI *KNE *TIB *ANK *HEE *TOE *SMH *FMH *VMH *TIAP *TIAD *THAP *THAD")
    match = identify_marker_set(names)
    assert match.sets == ("plug_in_gait", "vicon_additions")
    assert match.mapping["RFMH"] == "toe_medial_r"
    assert match.mapping["LVMH"] == "toe_lateral_l"


def test_the_oxford_foot_beside_plug_in_gait() -> None:
    names = both("*ASI *PSI *THI *KNE *TIB *ANK *HEE *TOE *HFB *TUB *SHN *MMA *CPG *PCA *LCA *STL *P1M *D1M *P5M *HLX")
    match = identify_marker_set(names)
    assert match.unused == ()
    assert match.mapping["RMMA"] == "ankle_medial_r"
    assert match.mapping["LP5M"] == "midfoot_lateral_l"


def test_names_that_mean_little_alone_need_their_set() -> None:
    """A laboratory that puts markers on legs may name one RightLeg: it is a joint in a skeleton of animation only."""
    names = [*both("*ASIS *PSIS *KNEE_LAT *ANKLE_LAT *HEEL"), "RightLeg", "LeftLeg", "RightUpperLeg", "CLG", "CLD"]
    match = identify_marker_set(names)
    assert match.unused == ("RightLeg", "LeftLeg", "CLG", "CLD")
    assert match.mapping["RightUpperLeg"] == "cluster:thigh_r"


def test_names_cut_to_four_letters() -> None:
    names = both("THEA FHEA RHEA *SHO ROFF *ELB *WRI *ASI VSAC *THI *KNE *SHA *ANK *HEE *.TO")
    match = identify_marker_set(names)
    assert match.key == "helen_hayes"
    assert match.unused == ()
    assert match.mapping["VSAC"] == "sacrum"


def test_opencap_keypoints_beside_predicted_markers() -> None:
    """A knee from video does not stand in for the joint where both of its sides are predicted."""
    names = both("*Hip *Knee *Ankle *BigToe *Heel Neck r_knee_study r_mknee_study r.ASIS_study L.ASIS_study RHJC_study")
    match = identify_marker_set(names)
    assert match.mapping["r_knee_study"] == "knee_lateral_r"
    assert match.mapping["RKnee"] == "cluster:thigh_r"
    assert match.mapping["LKnee"] == "knee_centre_l"
    assert match.mapping["RHJC_study"] == "hip_centre_r"
    assert "RHip" in match.unused
