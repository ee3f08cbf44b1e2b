package kz.jolkarta.core.files;

import java.io.OutputStream;

/** Writes a paper as a file. The stream is not closed. */
public interface Papers {
    /** PDF with its fonts embedded. */
    void pdf(Paper paper, OutputStream out);

    /** DOCX, to be edited. */
    void docx(Paper paper, OutputStream out);
}
