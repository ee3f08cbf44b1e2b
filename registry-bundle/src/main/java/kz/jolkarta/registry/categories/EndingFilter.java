package kz.jolkarta.registry.categories;

import java.util.Optional;
import kz.jolkarta.core.registry.Category;

/**
 * Which of the categories that end a list holds; an empty member means all.
 *
 * @param days from today on, in which the last day lies; 0 is today
 * @param territory KATO code of a unit; all below it too
 */
record EndingFilter(int days, Optional<String> territory, Optional<Category> category) {}
