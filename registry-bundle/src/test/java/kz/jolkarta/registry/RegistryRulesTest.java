package kz.jolkarta.registry;

import java.util.Set;
import kz.jolkarta.core.testing.HouseRules;

class RegistryRulesTest extends HouseRules {
    @Override
    protected Set<String> listsWithoutFiles() {
        return Set.of(
                "Applicants",
                "ImportView",
                "NomineeSearch",
                "RunProposal",
                "SeatsAllocationPages",
                "ShownChildrenPages");
    }
}
