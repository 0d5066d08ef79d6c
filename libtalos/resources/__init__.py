"""Typed resources: what a component knows, published, read and watched through talos.resource.v1.

A type is a `ResourceSpec` with a `Definition` (libtalos.resources.definitions). A component puts specs into a
`ResourceStore` (store), which `ResourceRpc` (rpc) serves; others read them with a `ResourceClient` (client).
"""
