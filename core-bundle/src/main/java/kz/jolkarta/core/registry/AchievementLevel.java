package kz.jolkarta.core.registry;

/** Levels of contests, from the lowest. */
public enum AchievementLevel {
    SCHOOL,
    DISTRICT,
    REGION,
    REPUBLIC,
    INTERNATIONAL
}
