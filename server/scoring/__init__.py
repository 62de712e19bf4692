"""From metrics and signals to scores: the scorecard, benchmarks, prices and the verdict, all with their data files."""
