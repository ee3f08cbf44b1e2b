package kz.jolkarta.core.http;

/**
 * A JAX-RS resource class, offered as an OSGi service, whose {@code @Path} is relative to {@code /api}. Every method carries
 * {@link Needs} or {@link Open}; a resource with a method that has neither is rejected. A parameter {@code @Context Caller} gives who asks.
 */
public interface ApiResource {}
