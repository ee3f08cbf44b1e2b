package kz.jolkarta.core.internal.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import kz.jolkarta.core.files.Paper;
import kz.jolkarta.core.files.Papers;
import kz.jolkarta.core.i18n.Texts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Papers as PDF and DOCX. The fonts are read when the first paper is written. */
@Component
public final class PaperFiles implements Papers {
    private final Texts texts;

    @Activate
    public PaperFiles(@Reference Texts texts) {
        this.texts = texts;
    }

    /** Read when they are needed first: a node that prints nothing keeps no fonts. */
    private static final class Fonts {
        static final Typeface REGULAR = new Typeface("NotoSans-Regular.ttf");
        static final Typeface BOLD = new Typeface("NotoSans-Bold.ttf");
    }

    @Override
    public void pdf(Paper paper, OutputStream out) {
        try (PdfSheets sheets = new PdfSheets(Fonts.REGULAR, Fonts.BOLD)) {
            new PdfPaper(sheets, SignatureWords.in(texts, paper.language())).draw(paper);
            sheets.finish(paper, new Open(out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void docx(Paper paper, OutputStream out) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The library looks for its parts with the thread's class loader, which in the node is another bundle's.
        thread.setContextClassLoader(XWPFDocument.class.getClassLoader());
        try (XWPFDocument document = new XWPFDocument()) {
            new DocxPaper(document, SignatureWords.in(texts, paper.language())).write(paper);
            document.write(new Open(out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The stream belongs to the caller, whatever the libraries close. */
    private static final class Open extends FilterOutputStream {
        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
