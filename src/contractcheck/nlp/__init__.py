"""The only room that loads language pipelines and weights, lazily and once."""
