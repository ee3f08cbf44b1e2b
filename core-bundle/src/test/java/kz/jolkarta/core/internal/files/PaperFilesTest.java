package kz.jolkarta.core.internal.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import kz.jolkarta.core.files.Paper;
import kz.jolkarta.core.files.Paper.Block;
import kz.jolkarta.core.files.Paper.Fact;
import kz.jolkarta.core.files.Paper.Facts;
import kz.jolkarta.core.files.Paper.Heading;
import kz.jolkarta.core.files.Paper.Signatures;
import kz.jolkarta.core.files.Paper.Table;
import kz.jolkarta.core.files.Paper.Text;
import kz.jolkarta.core.files.Papers;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.testing.TestTexts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;

/** Papers are read back by the libraries' own readers. */
class PaperFilesTest {
    private static final String KAZAKH = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ";
    private static final String SMALL = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";
    private static final String LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789 ffi fl";
    private static final String SIGNS =
            "№ 5 ₸ 12 500 «Дарын» – — … „ “ ” % § @ & < > / \\ ( ) [ ] ; : ! ? ' \" + = * _ ½ ° ×";

    private final Papers papers = new PaperFiles(TestTexts.ofClassPath());

    private static Paper paper(Block... blocks) {
        return new Paper(Language.KK, "Жеке жол картасы", List.of(blocks), "Ақбота Сәрсенқызы, 2026–2027");
    }

    private PDDocument pdf(Paper paper) throws IOException {
        return Loader.loadPDF(bytes(papers::pdf, paper));
    }

    private static byte[] bytes(BiConsumer<Paper, OutputStream> writer, Paper paper) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.accept(paper, out);
        return out.toByteArray();
    }

    private static String page(PDDocument document, int page) throws IOException {
        PDFTextStripper reader = new PDFTextStripper();
        reader.setStartPage(page);
        reader.setEndPage(page);
        reader.setSortByPosition(true);
        return reader.getText(document);
    }

    private static String closed(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void everyLetterIsReadBackAsItWasWritten() throws IOException {
        for (String text : List.of(KAZAKH, SMALL, LATIN, SIGNS)) {
            Paper paper = paper(
                    new Text(text),
                    new Heading(text),
                    new Facts(List.of(new Fact("Мәні", text))),
                    new Table(List.of(text), List.of(1), List.of(List.of(text))));
            try (PDDocument document = pdf(paper)) {
                String read = closed(page(document, 1));
                assertEquals(5, count(read, closed(text)), () -> text + " became " + read);
            }
            try (XWPFDocument document = docx(paper)) {
                assertEquals(text, document.getParagraphs().get(1).getText());
                assertEquals(text, document.getParagraphs().get(2).getText());
                assertEquals(
                        text, document.getTables().get(0).getRow(0).getCell(1).getText());
                assertEquals(
                        text, document.getTables().get(1).getRow(1).getCell(0).getText());
            }
        }
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    private XWPFDocument docx(Paper paper) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(bytes(papers::docx, paper)));
    }

    @Test
    void theFontsAreInTheFile() throws IOException {
        try (PDDocument document = pdf(paper(new Heading(KAZAKH), new Text(SMALL)))) {
            List<String> names = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertTrue(font.isEmbedded(), font.getName());
                    names.add(font.getName().replaceFirst("^[A-Z]{6}\\+", ""));
                }
            }
            names.sort(null);
            assertEquals(List.of("NotoSans-Bold", "NotoSans-Regular"), names);
        }
        int size = bytes(papers::pdf, paper(new Text(KAZAKH + SMALL))).length;
        assertTrue(size < 60_000, "only the glyphs that are used are embedded, yet it has bytes: " + size);
    }

    @Test
    void theFileSaysItsTitleAndLanguage() throws IOException {
        try (PDDocument document = pdf(paper())) {
            assertEquals("Жеке жол картасы", document.getDocumentInformation().getTitle());
            assertEquals("kk", document.getDocumentCatalog().getLanguage());
            assertTrue(document.getDocumentCatalog().getViewerPreferences().displayDocTitle());
        }
        try (XWPFDocument document = docx(paper())) {
            assertEquals(
                    "Жеке жол картасы",
                    document.getProperties().getCoreProperties().getTitle());
        }
    }

    @Test
    void aLongTableHasItsHeadingsAndTheFooterOnEveryPage() throws IOException {
        List<List<String>> rows = IntStream.rangeClosed(1, 150)
                .mapToObj(i -> List.of(String.valueOf(i), "Қадам " + i, ""))
                .toList();
        Paper paper = paper(new Table(List.of("№", "Іс-шара", "Нәтиже"), List.of(1, 5, 4), rows));
        try (PDDocument document = pdf(paper)) {
            int pages = document.getNumberOfPages();
            assertTrue(pages >= 4, "pages " + pages);
            StringBuilder all = new StringBuilder();
            for (int i = 1; i <= pages; i++) {
                String text = page(document, i);
                assertEquals(1, count(text, "Іс-шара"), "headings on page " + i);
                assertTrue(text.contains("Ақбота Сәрсенқызы, 2026–2027"), "footer on page " + i);
                assertTrue(text.contains(i + " / " + pages), "number of page " + i);
                all.append(text);
            }
            for (int i = 1; i <= 150; i++) {
                assertEquals(1, lines(all.toString(), i + " Қадам " + i), "row " + i);
            }
        }
        try (XWPFDocument document = docx(paper)) {
            XWPFTable table = document.getTables().get(0);
            assertTrue(table.getRow(0).isRepeatHeader());
            assertTrue(
                    table.getRows().stream().allMatch(XWPFTableRow::isCantSplitRow), "no row is cut by a page's end");
            assertEquals(151, table.getNumberOfRows());
            assertEquals("Қадам 150", table.getRow(150).getCell(1).getText());
        }
    }

    private static long lines(String text, String wanted) {
        return text.lines().map(String::strip).filter(wanted::equals).count();
    }

    @Test
    void aRowLongerThanAPageGoesOnOverThePages() throws IOException {
        String words = IntStream.rangeClosed(1, 1500)
                .mapToObj(i -> "сөз" + i)
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
        Paper paper = paper(new Table(List.of("Қорытынды", "Күні"), List.of(1, 1), List.of(List.of(words, "1"))));
        try (PDDocument document = pdf(paper)) {
            assertTrue(document.getNumberOfPages() >= 3, "pages " + document.getNumberOfPages());
            List<String> read = new ArrayList<>();
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                Arrays.stream(page(document, i).split("\\s+"))
                        .filter(word -> word.startsWith("сөз"))
                        .forEach(read::add);
            }
            assertEquals(List.of(words.split(" ")), read);
        }
    }

    @Test
    void nothingStandsOutsideTheMargins() throws IOException {
        String word = "Ш".repeat(400);
        Paper paper = new Paper(
                Language.RU,
                word,
                List.of(
                        new Heading(word),
                        new Text(word + "\n" + "слово ".repeat(200)),
                        new Facts(List.of(new Fact(word, word))),
                        new Table(List.of("№", word), List.of(1, 9), List.of(List.of("1234567890", word))),
                        new Signatures(List.of(word))),
                word);
        try (PDDocument document = pdf(paper)) {
            List<TextPosition> letters = new ArrayList<>();
            PDFTextStripper reader = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    letters.add(text);
                }
            };
            reader.getText(document);
            assertTrue(letters.size() > 2500, "letters " + letters.size());
            float right = PdfSheets.RIGHT + 0.1f;
            for (TextPosition letter : letters) {
                boolean inside = letter.getX() >= PdfSheets.LEFT - 0.1f && letter.getX() + letter.getWidth() <= right;
                assertTrue(inside, () -> letter + " at " + letter.getX());
                assertTrue(letter.getY() > 40 && letter.getY() < letter.getPageHeight() - 25, "at " + letter.getY());
            }
        }
    }

    @Test
    void signaturesStayTogether() throws IOException {
        List<String> who = List.of("Ата-анасы", "Мектеп директоры", "Үйлестіруші");
        for (int lines = 20; lines < 60; lines++) {
            Paper paper = paper(new Text("жол\n".repeat(lines)), new Signatures(who));
            try (PDDocument document = pdf(paper)) {
                String last = page(document, document.getNumberOfPages());
                assertTrue(who.stream().allMatch(last::contains), "after " + lines + " lines: " + last);
                assertEquals(3, count(last, "қолы"), "lines to sign after " + lines + " lines");
            }
        }
    }

    @Test
    void aHeadingNeverStandsAloneAtTheFoot() throws IOException {
        for (int lines = 40; lines < 60; lines++) {
            Paper paper = paper(
                    new Text("жол\n".repeat(lines)),
                    new Heading("Бөлім"),
                    new Table(List.of("Атауы"), List.of(1), List.of(List.of("бірінші жол"))));
            try (PDDocument document = pdf(paper)) {
                for (int i = 1; i <= document.getNumberOfPages(); i++) {
                    String text = page(document, i);
                    assertEquals(text.contains("Бөлім"), text.contains("бірінші жол"), "after " + lines + " lines");
                }
            }
        }
    }

    @Test
    void whatTheFontDoesNotHaveIsReplacedAndControlCharactersLeftOut() throws IOException {
        Paper paper = paper(new Text("а\u0007б\u200B в \u4e2d\ud83d\ude00 г\tд"));
        try (PDDocument document = pdf(paper)) {
            assertTrue(page(document, 1).contains("аб в ?? г д"), page(document, 1));
        }
        try (XWPFDocument document = docx(paper)) {
            assertEquals(
                    "аб\u200B в \u4e2d\ud83d\ude00 г\tд",
                    document.getParagraphs().get(1).getText());
        }
    }

    @Test
    void anEmptyPaperIsOnePage() throws IOException {
        Paper paper = new Paper(Language.EN, "", List.of(new Text(""), new Facts(List.of()), new Heading("")), "");
        try (PDDocument document = pdf(paper)) {
            assertEquals(1, document.getNumberOfPages());
            assertEquals("1 / 1", page(document, 1).strip());
        }
        try (XWPFDocument document = docx(paper)) {
            assertEquals(0, document.getTables().size());
        }
    }

    @Test
    void linesAreKeptInADocumentThatIsEdited() throws IOException {
        Paper paper = paper(new Heading("Бөлім"), new Text("бір\nекі"), new Signatures(List.of("Ата-анасы")));
        try (XWPFDocument document = docx(paper)) {
            XWPFParagraph heading = document.getParagraphs().get(1);
            assertEquals("Heading1", heading.getStyle());
            assertEquals("бір\nекі", document.getParagraphs().get(2).getText());
            XWPFTable lines = document.getTables().get(0);
            assertEquals("Ата-анасы", lines.getRow(0).getCell(0).getText());
            assertEquals("қолы", lines.getRow(1).getCell(1).getText());
            assertTrue(document.getFooterList().get(0).getText().contains("2026–2027"));
            assertFalse(document.getStyles()
                    .getStyle("Heading1")
                    .getCTStyle()
                    .toString()
                    .isEmpty());
        }
    }

    @Test
    void manyMayWriteAtTheSameTime() throws Exception {
        Paper paper = paper(new Heading(KAZAKH), new Text(SMALL + "\n" + LATIN + "\n" + SIGNS));
        String alone;
        try (PDDocument document = pdf(paper)) {
            alone = page(document, 1);
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> writers = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                writers.add(() -> {
                    try (PDDocument document = pdf(paper)) {
                        return page(document, 1);
                    }
                });
            }
            for (Future<String> written : threads.invokeAll(writers)) {
                assertEquals(alone, written.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aLetterNamesTheSendersBlanksAndTheAddresseeAboveTheTitle() throws IOException {
        Paper letter = new Paper(
                Language.KK,
                new Paper.Letter("№ ____", "Қазақстан Республикасының\nҮкіметіне"),
                "Ақпарат",
                List.of(),
                "");
        try (PDDocument document = pdf(letter)) {
            String read = closed(page(document, 1));
            assertTrue(read.startsWith("№____ҚазақстанРеспубликасыныңҮкіметінеАқпарат"), read);
        }
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes(papers::docx, letter)))) {
            assertEquals(
                    "№ ____", document.getTables().get(0).getRow(0).getCell(0).getText());
        }
    }

    @Test
    void figuresOfATableEndAtOneEdgeAndAStrongRowIsBold() throws IOException {
        Table table = new Table(
                List.of("Шара", "Мәні"),
                List.of(1, 1),
                List.of(List.of("Бір", "7"), List.of("Барлығы", "1 234 567")),
                Set.of(1),
                Set.of(1));
        List<Float> ends = new ArrayList<>();
        List<String> bold = new ArrayList<>();
        try (PDDocument document = pdf(paper(table))) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    if (text.strip().endsWith("7") && !text.contains("2027")) {
                        TextPosition last = positions.get(positions.size() - 1);
                        ends.add(last.getXDirAdj() + last.getWidthDirAdj());
                    }
                    if (positions.get(0).getFont().getName().contains("Bold")) {
                        bold.add(text.strip());
                    }
                }
            }.getText(document);
        }
        assertEquals(2, ends.size(), ends.toString());
        assertEquals(ends.get(0), ends.get(1), 0.1f);
        assertTrue(String.join(" ", bold).contains("Барлығы"), bold.toString());
        assertFalse(String.join(" ", bold).contains("Бір"), bold.toString());
    }
}
