package kz.jolkarta.registry.roadmaps;

import java.io.OutputStream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.files.Paper;
import kz.jolkarta.core.files.Papers;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Moves;

/**
 * A road map as a file.
 *
 * @param name of the file
 */
record Print(String name, Format format, byte[] content) {
    /** Formats a paper is written in. */
    enum Format {
        PDF("application/pdf"),
        DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }

        /** @param text "" or null for PDF */
        static Format of(String text) {
            return Choice.of(Format.class, "format", text).orElse(PDF);
        }

        void write(Papers papers, Paper paper, OutputStream out) {
            switch (this) {
                case PDF -> papers.pdf(paper, out);
                case DOCX -> papers.docx(paper, out);
            }
        }

        String ending() {
            return "." + Moves.code(this);
        }
    }

    /**
     * @param text "" or null for Kazakh
     * @throws Problem INVALID for another language
     */
    static Language language(String text) {
        return text == null || text.isBlank() ? Language.KK : Choice.required(Language.class, "language", text);
    }
}
