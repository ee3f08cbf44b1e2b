package kz.jolkarta.core;

import kz.jolkarta.core.testing.HouseRules;

class CoreRulesTest extends HouseRules {}
