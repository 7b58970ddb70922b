"""From markers to a movement of the body: scaling, inverse kinematics, gait."""
