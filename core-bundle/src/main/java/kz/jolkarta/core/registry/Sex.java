package kz.jolkarta.core.registry;

public enum Sex {
    MALE,
    FEMALE
}
