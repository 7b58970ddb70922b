### Words inside charts.

chart-right = right
chart-left = left
chart-how_far = how far off it may be
chart-toe_off = toe-off
chart-standing = standing
chart-in_vivo = in vivo
chart-soft_area = soft area: range over model choices

chart-across-stride = Share of the stride, %
chart-across-repetition = Share of the repetition, %
chart-across-time = Time, s

chart-bar = { $side } { $value }

chart-spine-label = Compression and shear of the discs of the low back
chart-spine-axis = Compression, N
chart-spine-row-wide = { $level }: mean { $mean }, peak { $peak }
chart-spine-row-narrow = { $level }: { $mean }, peak { $peak }
chart-spine-shear = shear { $shear }
chart-spine-forward = { $low } to { $high } forward
chart-spine-backward = { $low } to { $high } backward
chart-spine-both = { $back } backward to { $front } forward
chart-spine-key-mean = mean
chart-spine-key-own = the psoas' own part of it
chart-spine-key-peak = peak
chart-spine-key-range = range of the peak over model choices
chart-spine-key-published = published peaks, walking

chart-strip-label = { $title }: mean { $mean }, { $people ->
    [one] { $people } person
   *[other] { $people } people
}
