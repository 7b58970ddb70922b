### Exports of an analysed recording.

exports-refused = { $folder }: the recording was refused for its quality, so there is nothing to export
exports-no_xarray = xarray is not installed; install it with: pip install "psoas[tables]"
