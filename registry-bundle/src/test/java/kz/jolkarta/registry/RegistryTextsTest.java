package kz.jolkarta.registry;

import kz.jolkarta.core.testing.TextRules;

class RegistryTextsTest extends TextRules {
    // The rules are inherited.
}
