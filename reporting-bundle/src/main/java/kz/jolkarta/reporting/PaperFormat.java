package kz.jolkarta.reporting;

import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.files.ListFile;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;

/** What a report is written as. */
enum PaperFormat {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PDF("application/pdf"),
    XLSX(ListFile.XLSX);

    private final String mediaType;

    PaperFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    String code() {
        return Json.name(this);
    }

    /** @throws Problem INVALID for a workbook, which the ministry's report is not written as */
    void requireLetter() {
        if (this == XLSX) {
            throw Problem.field("format", "report.paper.choice", "docx, pdf");
        }
    }

    /** @throws Problem INVALID, naming those there are */
    static PaperFormat of(String text) {
        return Stream.of(values())
                .filter(f -> Json.name(f).equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.field(
                        "format",
                        "report.paper.choice",
                        Stream.of(values()).map(Json::name).collect(Collectors.joining(", "))));
    }

    /** @throws Problem INVALID, naming those there are */
    static Language language(String text) {
        return Language.of(text == null ? "" : text)
                .orElseThrow(() -> Problem.field(
                        "language",
                        "report.paper.choice",
                        Stream.of(Language.values()).map(Language::tag).collect(Collectors.joining(", "))));
    }

    /**
     * @param text null or "" for none
     * @throws Problem NOT_FOUND for what is no number of a revision
     */
    static OptionalInt revision(String text) {
        if (text == null || text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw Problem.notFound();
        }
        return OptionalInt.of(Integer.parseInt(text));
    }
}
