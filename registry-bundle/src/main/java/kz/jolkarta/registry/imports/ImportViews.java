package kz.jolkarta.registry.imports;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.i18n.Language;

/** Imports as the API shows them. */
final class ImportViews {
    private ImportViews() {}

    record Progress(long done, long total) {}

    /**
     * @param mapping what its columns were taken for, by heading; {@code unrecognised} are the others
     * @param problem why it failed, in words; none of the others has one
     */
    record View(
            long id,
            String state,
            boolean dryRun,
            String fileName,
            String territory,
            Progress progress,
            Batch.Counts counts,
            Map<String, String> mapping,
            List<String> unrecognised,
            Instant created,
            Optional<Instant> finished,
            Optional<String> problem,
            Map<String, String> links) {}

    static View view(Batch batch, Optional<String> problem) {
        String self = "/api/imports/" + batch.id();
        return new View(
                batch.id(),
                batch.state().name().toLowerCase(Locale.ROOT),
                batch.dryRun(),
                batch.fileName(),
                batch.territory(),
                new Progress(batch.counts().read(), batch.total()),
                batch.counts(),
                batch.mapping(),
                batch.layout().unrecognised(),
                batch.created(),
                batch.finished(),
                problem,
                Map.of("self", self, "errors", self + "/errors", "copy", self + "/errors.xlsx"));
    }

    /** @param code stable name of the reason; {@code reason} and {@code remedy} are for people */
    record RemarkView(
            int row,
            String column,
            String value,
            String outcome,
            String code,
            String reason,
            String remedy,
            String taken) {}

    static RemarkView remark(RemarkStore.Kept kept, RemarkTexts texts, Language language) {
        Remark remark = kept.remark();
        return new RemarkView(
                kept.row(),
                kept.heading(),
                Numbers.masked(remark.found()),
                remark.outcome().name().toLowerCase(Locale.ROOT),
                remark.reason(),
                texts.reason(language, remark),
                texts.remedy(language, remark),
                Numbers.masked(texts.taken(language, remark)));
    }

    record KeptView(long child, int row, String code, String reason) {}

    record UndoView(long removed, long restored, List<KeptView> kept) {}

    static UndoView undone(Undo.Result result, RemarkTexts texts, Language language) {
        return new UndoView(
                result.removed(),
                result.restored(),
                result.kept().stream()
                        .map(k -> {
                            String code = k.reason().toLowerCase(Locale.ROOT);
                            return new KeptView(
                                    k.child(), k.row(), code, texts.text(language, "import.kept." + code, List.of()));
                        })
                        .toList());
    }
}
