package kz.jolkarta.core.registry;

/** What the legal representative consents to (Law № 94-V of 21.05.2013). */
public enum ConsentPurpose {
    PROCESSING,
    PUBLICITY,
    TRANSFER
}
