package kz.jolkarta.core;

import kz.jolkarta.core.testing.TextRules;

class CoreTextsTest extends TextRules {
    // The rules are inherited.
}
