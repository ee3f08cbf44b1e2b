package kz.jolkarta.registry.destruction;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.files.Paper;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;

/** An act of destruction to be signed. It names no child. */
final class ActPaper {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Texts texts;
    private final ZoneId zone;

    ActPaper(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    Paper of(Act act, String territory, Language language) {
        List<Paper.Block> blocks = new ArrayList<>();
        List<Paper.Fact> facts = new ArrayList<>(List.of(
                fact(language, "number", act.actNumber()),
                fact(language, "date", DAY.format(act.actDate())),
                fact(language, "territory", territory),
                fact(language, "law", text(language, "paper.law")),
                fact(language, "ground", text(language, "ground." + Json.name(act.ground()))),
                fact(language, "reason", act.reason()),
                fact(language, "children", String.valueOf(act.children())),
                fact(language, "state", text(language, "state." + Json.name(act.state()))),
                fact(
                        language,
                        "proposed-by",
                        act.proposedBy() + ", " + DAY.format(act.proposedAt().atZone(zone)))));
        if (act.decidedAt() != null) {
            facts.add(fact(
                    language,
                    "decided-by",
                    act.decidedBy() + ", " + DAY.format(act.decidedAt().atZone(zone))));
        }
        if (act.answer() != null) {
            facts.add(fact(language, "answer", act.answer()));
        }
        blocks.add(new Paper.Facts(facts));
        blocks.add(new Paper.Heading(text(language, "paper.contents")));
        blocks.add(new Paper.Table(
                List.of(text(language, "paper.table"), text(language, "paper.rows")),
                List.of(4, 1),
                act.contents().entrySet().stream()
                        .map(e -> List.of(table(language, e.getKey()), String.valueOf(e.getValue())))
                        .toList()));
        blocks.add(new Paper.Text(text(language, "paper.warning")));
        blocks.add(new Paper.Signatures(
                List.of(text(language, "paper.signature-proposed"), text(language, "paper.signature-confirmed"))));
        String title = texts.text(language, "destruction.paper.title", act.actNumber());
        return new Paper(language, title, blocks, title);
    }

    private String table(Language language, String table) {
        return text(language, "table." + table.replace('_', '-'));
    }

    private Paper.Fact fact(Language language, String label, String value) {
        return new Paper.Fact(text(language, "paper." + label), value);
    }

    private String text(Language language, String key) {
        return texts.text(language, "destruction." + key);
    }
}
