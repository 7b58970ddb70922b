### Still pictures of the body: `psoas posture --picture`, and the report on paper.

picture-posture = { $posture }: a skeleton with its psoas
picture-instant = A skeleton with its psoas at one instant, from two sides
picture-length = { $side ->
    [left] Length of the left psoas
   *[right] Length of the right psoas
}
picture-of_standing = { $percent } % of standing
picture-lordosis = Curve of the low back (lordosis)
picture-stacking = Lower ribs over pelvis (stacking)
picture-parallel = 0°, parallel
picture-opened = { $degrees }°, opened in front
picture-closed = { $degrees }°, closed in front
picture-scale = Psoas length, % of standing
picture-short = { $percent } short
picture-long = long { $percent }
picture-not_png = { $file }: pictures are written as .png; give a name such as { $stem }.png
picture-unwritable = { $file }: cannot be written ({ $reason }); choose another file
