"""The kinds of documents beside the v1alpha1 one, by subject; libtalos.config.registry knows where each one is."""
