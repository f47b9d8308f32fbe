"""What packages bring: contract, registry, loading, and the one border to their code."""
