package kz.jolkarta.registry.consents;

import kz.jolkarta.core.registry.ConsentPurpose;

/** A version to be drafted. */
public record TemplateInput(ConsentPurpose purpose, ConsentContent content) {}
