package kz.jolkarta.registry.children;

/** Queries of a list of children as JAX-RS fills them. */
public final class ChildQueries {
    private ChildQueries() {}

    /** @param parameters name and value in turn */
    public static ChildQuery of(String... parameters) {
        ChildQuery query = new ChildQuery();
        for (int i = 0; i < parameters.length; i += 2) {
            try {
                ChildQuery.class.getDeclaredField(parameters[i]).set(query, parameters[i + 1]);
            } catch (ReflectiveOperationException unknown) {
                throw new AssertionError(unknown);
            }
        }
        return query;
    }
}
