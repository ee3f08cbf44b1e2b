package kz.jolkarta.registry.roadmaps;

/**
 * A goal of the year in a road map. Members that are null are absent in JSON.
 *
 * @param expected the result hoped for
 * @param steps how many steps serve it, without the dropped ones
 * @param stepsDone how many of them are done
 */
public record Goal(long id, String title, String expected, int steps, int stepsDone) {
    GoalInput input() {
        return new GoalInput(title, expected);
    }
}
