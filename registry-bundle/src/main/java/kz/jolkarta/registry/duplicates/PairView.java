package kz.jolkarta.registry.duplicates;

import java.time.Instant;
import java.util.List;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;

/** A pair as the API shows it. Members that are null are absent in JSON. */
record PairView(
        long id,
        int likeness,
        List<Reason> evidence,
        PairState state,
        Instant foundAt,
        Instant decidedAt,
        String reason,
        int version,
        Pair.Side one,
        Pair.Side other) {
    /** @param agrees whether it speaks for one child */
    record Reason(String code, String text, boolean agrees) {}

    /** A pair that was opened. */
    record Opened(PairView pair, List<PairDetail.Field> fields, PairDetail.Side one, PairDetail.Side other) {}

    static PairView of(Pair pair, Texts texts, Language language) {
        return new PairView(
                pair.id(),
                pair.likeness(),
                pair.evidence().stream()
                        .map(e -> new Reason(Json.name(e), text(e, texts, language), e.agrees()))
                        .toList(),
                pair.state(),
                pair.foundAt(),
                pair.decidedAt(),
                pair.reason(),
                pair.version(),
                pair.one(),
                pair.other());
    }

    static String text(Evidence evidence, Texts texts, Language language) {
        return texts.text(language, "duplicate.evidence." + Json.name(evidence));
    }

    static Opened of(PairDetail detail, Texts texts, Language language) {
        return new Opened(of(detail.pair(), texts, language), detail.fields(), detail.one(), detail.other());
    }
}
