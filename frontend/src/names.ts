/** Plain names of the bones, for labels. */

const MIDLINE: Record<string, string> = {
  pelvis: "Pelvis",
  l5: "Fifth lumbar vertebra (L5)",
  l4: "Fourth lumbar vertebra (L4)",
  l3: "Third lumbar vertebra (L3)",
  l2: "Second lumbar vertebra (L2)",
  l1: "First lumbar vertebra (L1)",
  thorax: "Rib cage and upper back",
  ribs_lower: "Lower ribs",
  head: "Head and neck",
  diaphragm: "Diaphragm, the main breathing muscle",
  disc_l5: "Disc between L5 and the sacrum",
  disc_l4: "Disc between L4 and L5",
  disc_l3: "Disc between L3 and L4",
  disc_l2: "Disc between L2 and L3",
  disc_l1: "Disc between L1 and L2",
  disc_thorax: "Disc between T12 and L1",
};

const LIMB: Record<string, string> = {
  femur: "thigh bone (femur)",
  tibia: "shin bones (tibia and fibula)",
  patella: "kneecap (patella)",
  talus: "ankle bone (talus)",
  calcn: "heel and midfoot",
  toes: "toes",
  humerus: "upper arm bone (humerus)",
  ulna: "forearm bone (ulna)",
  radius: "forearm bone (radius)",
  hand: "hand",
};

/** "femur_r" to "Right thigh bone (femur)"; an unknown name comes back as it is. */
export function plainName(name: string): string {
  const middle = MIDLINE[name];
  if (middle) return middle;
  const match = /^(.+)_([rl])$/.exec(name);
  const limb = match && LIMB[match[1]!];
  return limb ? `${match[2] === "r" ? "Right" : "Left"} ${limb}` : name;
}
