package kz.jolkarta.reporting;

import kz.jolkarta.core.testing.TextRules;

class ReportingTextsTest extends TextRules {
    // The rules are inherited.
}
