"""YAML text → plain tree + position of every node: the only place that knows YAML."""
