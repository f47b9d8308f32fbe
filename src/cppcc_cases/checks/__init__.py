"""What can be wrong with the content of cases: one function a rule."""
