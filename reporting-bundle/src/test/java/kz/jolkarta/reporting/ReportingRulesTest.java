package kz.jolkarta.reporting;

import kz.jolkarta.core.testing.HouseRules;

class ReportingRulesTest extends HouseRules {
    // The rules are inherited.
}
