package kz.jolkarta.registry.figures;

import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.RegistrySchema;

/** The registry's tables with a random population in them. */
public final class Settled implements BothEngines.Tables {
    public static final int CHILDREN = 300;

    @Override
    public void in(TestDatabase database) {
        new RegistrySchema(database.migrations(), database);
        Population.settle(database, 997, CHILDREN);
    }
}
