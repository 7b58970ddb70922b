### Where figures come from: what a source is, and how we know its figures.

source-unknown = source '{ $key }' is not known; expected { $known }
source-line = { $key }: { $citation } [{ $status }]
source-status = [{ $status }] { $meaning }

source-kind-measured = measured in people or cadavers
source-kind-model = a published model
source-kind-guide = a guide to practice
source-kind-ours = our own assumption

source-status-read = the figures were read in the text
source-status-file = the figures were read from an open model that carries them
source-status-recalled = some figures are from memory: check them before they decide anything
source-status-ours = no source was found
