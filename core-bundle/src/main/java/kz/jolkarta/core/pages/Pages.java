package kz.jolkarta.core.pages;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A JAX-RS resource class whose methods answer pages for people, offered as an OSGi service; its {@code @Path} is relative to the node's
 * root. A method gives a {@link View}, or a response made by {@link Answer}. Every method carries {@code @Needs} or {@code @Open}; a change
 * takes a {@link FormInput}. It holds no logic of its own: it asks the services that the API asks.
 */
@ConsumerType
public interface Pages {}
