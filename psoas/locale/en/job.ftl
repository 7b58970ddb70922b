### Background work: the stages of an analysis, and why it ended without a result.

job-stage-begin = Reading the recording
job-stage-loading = Getting ready (longer the first time)
job-stage-calibration = Fitting the body to the markers
job-stage-inverse_kinematics = Following the markers
job-stage-geometry = Measuring the muscles
job-stage-gait = Finding the steps
job-stage-forces = Sharing the forces among the muscles; this takes longest
job-stage-model = Leading your own model through the movement
job-stage-uncertainty = Estimating how sure the numbers are
job-stage-report = Writing the report

job-fault-crashed = The analysis ended without an answer. Try once more; if it ends again, a shorter recording may work.
job-fault-too_many_tries = The analysis was started { $tries } times and never finished. A shorter recording may work.
