package kz.jolkarta.registry;

import kz.jolkarta.core.testing.HouseRules;

class RegistryRulesTest extends HouseRules {
    // The rules are inherited.
}
