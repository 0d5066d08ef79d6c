"""What every component process stands on: declaration, runtime, start, readiness, drain and stop."""
