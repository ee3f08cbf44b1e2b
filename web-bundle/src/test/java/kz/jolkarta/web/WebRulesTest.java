package kz.jolkarta.web;

import kz.jolkarta.core.testing.HouseRules;

class WebRulesTest extends HouseRules {
    // The rules are inherited.
}
