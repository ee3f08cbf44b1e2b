package kz.jolkarta.reporting;

import java.util.Set;
import kz.jolkarta.core.testing.HouseRules;

class ReportingRulesTest extends HouseRules {
    @Override
    protected Set<String> listsWithoutFiles() {
        return Set.of("WhyPanel");
    }
}
