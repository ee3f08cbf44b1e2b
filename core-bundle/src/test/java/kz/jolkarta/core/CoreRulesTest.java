package kz.jolkarta.core;

import java.util.Set;
import kz.jolkarta.core.testing.HouseRules;

class CoreRulesTest extends HouseRules {
    @Override
    protected Set<String> listsWithoutFiles() {
        return Set.of("JobPages");
    }
}
