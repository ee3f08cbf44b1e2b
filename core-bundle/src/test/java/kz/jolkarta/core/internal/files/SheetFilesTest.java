package kz.jolkarta.core.internal.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.files.Sheets.Cell;
import kz.jolkarta.core.files.Sheets.CellKind;
import kz.jolkarta.core.files.Sheets.Format;
import kz.jolkarta.core.files.Sheets.SheetRow;
import kz.jolkarta.core.files.Sheets.Writer;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetFilesTest {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    @TempDir
    Path dir;

    private final SheetFiles files = new SheetFiles(ALMATY, SheetLimits.USUAL);

    private List<SheetRow> read(byte[] content) throws IOException {
        return read(files, content);
    }

    private List<SheetRow> read(SheetFiles sheets, byte[] content) throws IOException {
        Path file = Files.write(dir.resolve("list"), content);
        List<SheetRow> rows = new ArrayList<>();
        sheets.read(file, "list.xlsx", rows::add);
        return rows;
    }

    private static List<List<String>> texts(List<SheetRow> rows) {
        return rows.stream()
                .map(r -> r.cells().stream().map(Cell::text).toList())
                .toList();
    }

    private String problem(byte[] content) {
        return problem(files, content);
    }

    private String problem(SheetFiles sheets, byte[] content) {
        Problem problem = assertThrows(Problem.class, () -> read(sheets, content));
        assertEquals("list.xlsx", problem.message().args().get(0), "the message names the file");
        return problem.message().key();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    // ---- what a workbook may hold

    @Test
    void aCellChangedInPlaceGivesItsNewValue() throws IOException {
        byte[] book = new HostileFiles()
                .sheet(1, "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><v>new</v><is><t>old</t></is></c></row>")
                .bytes();
        assertEquals("new", read(book).get(0).cell(0).text());
    }

    @Test
    void cellsComeAsTheUserSeesThem() throws IOException {
        byte[] book = new HostileFiles()
                .sheet(
                        1,
                        "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"B3\" t=\"s\"><v>1</v></c><c r=\"C3\"><v>1.20101500123E11</v></c>"
                                + "<c r=\"D3\" s=\"1\"><v>41640</v></c><c r=\"E3\" s=\"2\"><v>41640.5</v></c><c r=\"F3\"><f>A1+1</f><v>2</v></c>"
                                + "<c r=\"G3\" t=\"str\"><f>HYPERLINK(\"http://x\",\"y\")</f><v>y</v></c><c r=\"H3\" t=\"e\"><v>#N/A</v></c><c r=\"I3\" t=\"b\"><v>1</v></c>"
                                + "<c r=\"J3\" t=\"inlineStr\"><is><t>a_x0041_</t></is></c><c r=\"K3\"><v>0.30000000000000004</v></c><c r=\"M3\"><v>2.50</v></c></row>")
                .bytes();
        List<SheetRow> rows = read(book);
        assertEquals(1, rows.size());
        assertEquals(3, rows.get(0).number());
        assertEquals(
                List.of(
                        "shared",
                        "two runs",
                        "120101500123",
                        "2014-01-01",
                        "2014-01-01T12:00",
                        "2",
                        "y",
                        "#N/A",
                        "TRUE",
                        "aA",
                        "0.3",
                        "",
                        "2.5"),
                texts(rows).get(0));
        assertEquals(CellKind.FORMULA, rows.get(0).cell(6).kind());
        assertEquals(CellKind.ERROR, rows.get(0).cell(7).kind());
        assertEquals(Cell.BLANK, rows.get(0).cell(99));
    }

    @Test
    void datesSince1904() throws IOException {
        byte[] book = new HostileFiles()
                .workbook("<workbookPr date1904=\"1\"/>", "", "")
                .sheet(1, "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>40178</v></c></row>")
                .bytes();
        assertEquals(List.of(List.of("2014-01-01")), texts(read(book)));
    }

    @Test
    void hiddenAndEmptySheetsArePassedOver() throws IOException {
        String row = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>second</t></is></c></row>";
        byte[] hidden = new HostileFiles()
                .workbook("", " state=\"veryHidden\"", "")
                .sheet(2, row)
                .bytes();
        byte[] empty = new HostileFiles()
                .sheet(1, "<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>")
                .sheet(2, row)
                .bytes();
        assertEquals(List.of(List.of("second")), texts(read(hidden)));
        assertEquals(List.of(List.of("second")), texts(read(empty)));
    }

    @Test
    void emptyCellsFarAwayCountForNothing() throws IOException {
        byte[] book = new HostileFiles()
                .sheet(1, "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\" s=\"1\"/></row>")
                .bytes();
        assertEquals(List.of(List.of("1")), texts(read(book)));
    }

    // ---- A to C: containers, XML, sheets that lie

    static Stream<Arguments> hostileBooks() {
        String lol =
                "<!DOCTYPE x [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
        String cell = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>%s</t></is></c></row>";
        String sheet = "<worksheet xmlns=\"" + HostileFiles.MAIN + "\"><sheetData>" + cell + "</sheetData></worksheet>";
        HostileFiles deep =
                new HostileFiles().sheet(1, "<row r=\"1\">" + "<x>".repeat(10_000) + "</x>".repeat(10_000) + "</row>");
        return Stream.of(
                Arguments.of(
                        "an entity from a file",
                        "sheet.damaged",
                        sheetPart("<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>" + sheet.formatted("&f;"))),
                Arguments.of(
                        "an entity from the network",
                        "sheet.damaged",
                        sheetPart("<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">" + sheet.formatted("a"))),
                Arguments.of("entities that multiply", "sheet.damaged", sheetPart(lol + sheet.formatted("&c;"))),
                Arguments.of(
                        "a parameter entity",
                        "sheet.damaged",
                        sheetPart("<!DOCTYPE x [<!ENTITY % p SYSTEM \"file:///etc/passwd\">%p;]>"
                                + sheet.formatted("a"))),
                Arguments.of("an unknown entity", "sheet.damaged", sheetPart(sheet.formatted("&nobody;"))),
                Arguments.of(
                        "XML cut short",
                        "sheet.damaged",
                        sheetPart(sheet.formatted("a").substring(0, 120))),
                Arguments.of("elements nested without end", "sheet.empty", deep.bytes()),
                Arguments.of("a cell far away", "sheet.too-many-columns", row("<c r=\"ZZZZZZ1\"><v>1</v></c>")),
                Arguments.of("a cell in column 201", "sheet.too-many-columns", row("<c r=\"GS1\"><v>1</v></c>")),
                Arguments.of("a cell without a column", "sheet.damaged", row("<c r=\"1\"><v>1</v></c>")),
                Arguments.of(
                        "row 0",
                        "sheet.damaged",
                        new HostileFiles()
                                .sheet(1, "<row r=\"0\"><c r=\"A0\"><v>1</v></c></row>")
                                .bytes()),
                Arguments.of(
                        "a row beyond the last",
                        "sheet.damaged",
                        new HostileFiles()
                                .sheet(1, "<row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row>")
                                .bytes()),
                Arguments.of(
                        "a shared text that is not there", "sheet.damaged", row("<c r=\"A1\" t=\"s\"><v>7</v></c>")),
                Arguments.of("a shared text of number -1", "sheet.damaged", row("<c r=\"A1\" t=\"s\"><v>-1</v></c>")),
                Arguments.of(
                        "a cell of 10 001 characters",
                        "sheet.cell-too-long",
                        row("<c r=\"A1\" t=\"inlineStr\"><is><t>" + "a".repeat(10_001) + "</t></is></c>")),
                Arguments.of(
                        "a shared text of 10 001 characters",
                        "sheet.text-too-long",
                        new HostileFiles()
                                .part(
                                        "xl/sharedStrings.xml",
                                        "<sst xmlns=\"" + HostileFiles.MAIN + "\"><si><t>" + "a".repeat(10_001)
                                                + "</t></si></sst>")
                                .bytes()),
                Arguments.of(
                        "no sheet in the package",
                        "sheet.damaged",
                        new HostileFiles().without("xl/worksheets/sheet1.xml").bytes()),
                Arguments.of(
                        "no workbook",
                        "sheet.damaged",
                        new HostileFiles().without("xl/workbook.xml").bytes()),
                Arguments.of(
                        "no content types",
                        "sheet.archive",
                        new HostileFiles().without("[Content_Types].xml").bytes()),
                Arguments.of(
                        "nothing but hidden sheets",
                        "sheet.empty",
                        new HostileFiles()
                                .workbook("", " state=\"hidden\"", " state=\"hidden\"")
                                .bytes()),
                Arguments.of(
                        "a way out of the folder",
                        "sheet.suspicious",
                        new HostileFiles().part("xl/../../../etc/cron.d/x", "x").bytes()),
                Arguments.of(
                        "an absolute name",
                        "sheet.suspicious",
                        new HostileFiles().part("/etc/cron.d/x", "x").bytes()),
                Arguments.of(
                        "a drive letter",
                        "sheet.suspicious",
                        new HostileFiles().part("c:\\windows\\x", "x").bytes()),
                Arguments.of(
                        "the same part twice",
                        "sheet.suspicious",
                        HostileFiles.patched(
                                new HostileFiles()
                                        .part("xl/worksheets/sheet9.xml", "x")
                                        .bytes(),
                                "sheet9.xml",
                                "sheet1.xml")),
                Arguments.of(
                        "an archive with a workbook in it",
                        "sheet.archive",
                        zip("list.xlsx", new HostileFiles().bytes())),
                Arguments.of("an empty archive", "sheet.archive", new byte[] {
                    'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
                }),
                Arguments.of(
                        "an OpenDocument table",
                        "sheet.not-a-table",
                        zip("mimetype", utf8("application/vnd.oasis.opendocument.spreadsheet"))),
                Arguments.of("a file cut short", "sheet.damaged", Arrays.copyOf(new HostileFiles().bytes(), 900)),
                Arguments.of("only the beginning of an archive", "sheet.damaged", utf8("PK\003\004 and no more")),
                Arguments.of("an old Excel file", "sheet.old-excel", ole2("Workbook")),
                Arguments.of("a workbook with a password", "sheet.encrypted", ole2("EncryptedPackage")),
                Arguments.of("encrypted parts", "sheet.encrypted", encrypted(new HostileFiles().bytes())),
                Arguments.of("a document", "sheet.not-a-table", utf8("%PDF-1.7 ...")),
                Arguments.of("a page", "sheet.not-a-table", utf8("  <html><table></table></html>")),
                Arguments.of("nothing", "sheet.empty", new byte[0]));
    }

    private static byte[] sheetPart(String xml) {
        return new HostileFiles().part("xl/worksheets/sheet1.xml", xml).bytes();
    }

    private static byte[] row(String cells) {
        return new HostileFiles().sheet(1, "<row r=\"1\">" + cells + "</row>").bytes();
    }

    private static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] ole2(String stream) {
        byte[] bytes = new byte[4096];
        byte[] head = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(head, 0, bytes, 0, head.length);
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, bytes, 1024, name.length);
        return bytes;
    }

    /** Sets the flag of encryption in every header of the archive. */
    private static byte[] encrypted(byte[] zip) {
        byte[] bytes = zip.clone();
        for (int i = 0; i + 9 < bytes.length; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 3 && bytes[i + 3] == 4) {
                bytes[i + 6] |= 1;
            } else if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 8] |= 1;
            }
        }
        return bytes;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileBooks")
    void hostileFilesGetAClearRefusal(String what, String key, byte[] content) {
        assertEquals(key, problem(content), what);
    }

    @Test
    void xmlInUtf16IsReadAndNotTakenForSomethingElse() throws IOException {
        String sheet = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet xmlns=\"" + HostileFiles.MAIN
                + "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>қ</t></is></c></row></sheetData></worksheet>";
        byte[] book = new HostileFiles()
                .part("xl/worksheets/sheet1.xml", sheet, StandardCharsets.UTF_16)
                .bytes();
        assertEquals(List.of(List.of("қ")), texts(read(book)));
    }

    @Test
    void numbersOutOfBoundsStayText() throws IOException {
        assertEquals(
                List.of(List.of("1e400", "9".repeat(70), "9999999")),
                texts(read(new HostileFiles()
                        .sheet(
                                1,
                                "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>1e400</v></c><c r=\"B1\"><v>" + "9".repeat(70)
                                        + "</v></c><c r=\"C1\" s=\"1\"><v>9999999</v></c></row>")
                        .bytes())));
    }

    @Test
    void aCellOfSixHundredMegabytesIsRefusedBeforeItIsUnpacked() throws IOException {
        Path file = dir.resolve("bomb");
        new HostileFiles()
                .bombTo(
                        file,
                        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>",
                        "a",
                        600L << 20,
                        "</t></is></c></row></sheetData></worksheet>");
        Problem problem = assertThrows(Problem.class, () -> files.read(file, "list.xlsx", r -> {}));
        assertEquals("sheet.suspicious", problem.message().key());
    }

    @Test
    void aBombThatLiesAboutItsSizeIsStopped() throws IOException {
        Path file = dir.resolve("bomb");
        String row =
                "<row><c t=\"inlineStr\"><is><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></is></c></row>";
        new HostileFiles().bombTo(file, "<worksheet><sheetData>", row, 200L << 20, "</sheetData></worksheet>");
        byte[] bytes = Files.readAllBytes(file);
        // The size in the directory says 1 KB.
        for (int i = 0; i + 46 < bytes.length; i++) {
            boolean entry = bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2;
            if (entry
                    && new String(bytes, i + 46, 24, StandardCharsets.ISO_8859_1)
                            .startsWith("xl/worksheets/sheet1.xml")) {
                bytes[i + 24] = 0;
                bytes[i + 25] = 4;
                bytes[i + 26] = 0;
                bytes[i + 27] = 0;
            }
        }
        Files.write(file, bytes);
        Problem problem = assertThrows(Problem.class, () -> files.read(file, "list.xlsx", r -> {}));
        assertTrue(
                List.of("sheet.suspicious", "sheet.damaged", "sheet.too-many-rows")
                        .contains(problem.message().key()),
                problem.message().key());
    }

    @Test
    void tooManyPartsTooManyRowsTooLarge() {
        HostileFiles many = new HostileFiles();
        for (int i = 0; i < 4000; i++) {
            many.part("xl/media/" + i, "");
        }
        assertEquals("sheet.suspicious", problem(many.bytes()));
        SheetFiles small = new SheetFiles(ALMATY, new SheetLimits(2000, 3, 4, 10));
        assertEquals("sheet.too-many-rows", problem(small, utf8("a\nb\nc\nd\n")));
        assertEquals("sheet.too-many-columns", problem(small, utf8("a;b;c;d;e\n")));
        assertEquals("sheet.cell-too-long", problem(small, utf8("a;bbbbbbbbbbb\n")));
        assertEquals("sheet.too-large", problem(small, new byte[2001]));
    }

    @Test
    void flippedBitsNeverCauseAnythingButAProblem() throws IOException {
        byte[] book = new HostileFiles().bytes();
        Random random = new Random(7);
        for (int i = 0; i < 1500; i++) {
            byte[] broken = book.clone();
            for (int k = 0; k <= random.nextInt(4); k++) {
                broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                read(broken);
            } catch (Problem expected) {
                assertTrue(expected.message().key().startsWith("sheet."));
            }
        }
    }

    @Test
    void theVisitorsOwnFailureComesThrough() throws IOException {
        for (byte[] content : List.of(new HostileFiles().bytes(), utf8("a;b\n"))) {
            Path file = Files.write(dir.resolve("list"), content);
            IllegalStateException bug = new IllegalStateException("mine");
            assertEquals(
                    bug,
                    assertThrows(
                            IllegalStateException.class,
                            () -> files.read(file, "list", r -> {
                                throw bug;
                            })));
        }
    }

    // ---- D: delimited text

    static Stream<Arguments> dialects() {
        List<Arguments> all = new ArrayList<>();
        for (String encoding : List.of(
                "UTF-8", "UTF-8 mark", "UTF-16LE", "UTF-16BE", "UTF-16LE mark", "UTF-16BE mark", "windows-1251")) {
            for (String delimiter : List.of(";", ",", "\t")) {
                for (String end : List.of("\r\n", "\n", "\r")) {
                    all.add(Arguments.of(encoding, delimiter, end));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void everyDialectIsUnderstood(String encoding, String delimiter, String end) throws IOException {
        List<List<String>> rows = List.of(
                List.of("ИИН", "Фамилия", "Имя"),
                List.of("120101500123", "Иванов; \"младший\", сын", "Пётр"),
                List.of("120101500124", "Ли", "Два\nряда"));
        StringBuilder text = new StringBuilder(encoding.endsWith("mark") ? "\uFEFF" : "");
        for (List<String> row : rows) {
            text.append(String.join(
                            delimiter,
                            row.stream()
                                    .map(f -> f.matches("[\\p{L}\\d]+") ? f : "\"" + f.replace("\"", "\"\"") + "\"")
                                    .toList()))
                    .append(end);
        }
        byte[] bytes = text.toString().getBytes(Charset.forName(encoding.split(" ")[0]));
        List<SheetRow> read = read(bytes);
        assertEquals(rows, texts(read));
        assertEquals(List.of(1, 2, 3), read.stream().map(SheetRow::number).toList());
    }

    @Test
    void kazakhLettersOfTheOldOneByteEncoding() throws IOException {
        String text = "ЖСН;Тегі;Аты\n1;Әбдірахман;Қуаныш\n2;Өтегенов;Ұлпан\n3;Ғали;Үміт\n4;Сүлейменов;Шыңғыс Һ һ\n";
        String kazakh = "ҚҺқһҰұӘӨҒҮөғәҢңү";
        String there = "ЌЋќћЎўЈҐЄЇґєјЅѕї";
        StringBuilder shifted = new StringBuilder();
        for (char c : text.toCharArray()) {
            int at = kazakh.indexOf(c);
            shifted.append(at < 0 ? c : there.charAt(at));
        }
        List<SheetRow> rows = read(shifted.toString().getBytes(Charset.forName("windows-1251")));
        assertEquals("Әбдірахман", rows.get(1).cell(1).text());
        assertEquals("Шыңғыс Һ һ", rows.get(4).cell(2).text());
    }

    @Test
    void ukrainianLettersStayWhatTheyAre() throws IOException {
        byte[] bytes = "Фамилия;Имя\nЄвтушенко;Їжак\n".getBytes(Charset.forName("windows-1251"));
        assertEquals(List.of("Євтушенко", "Їжак"), texts(read(bytes)).get(1));
    }

    @Test
    void emptyLinesCountAsRowsOfTheSheetAndAreSkipped() throws IOException {
        List<SheetRow> rows = read(utf8("a;b\n\n;;\n1;2;3;4\n5\n"));
        assertEquals(List.of(1, 4, 5), rows.stream().map(SheetRow::number).toList());
        assertEquals(List.of(List.of("a", "b"), List.of("1", "2", "3", "4"), List.of("5")), texts(rows));
    }

    @Test
    void excelsOwnLineSaysTheDelimiter() throws IOException {
        assertEquals(List.of(List.of("a;b", "c")), texts(read(utf8("sep=,\r\na;b,c\r\n"))));
    }

    static Stream<Arguments> badTexts() {
        return Stream.of(
                Arguments.of("a quote never closed", "sheet.unclosed-quote", utf8("a;b\n1;\"2\n3;4\n")),
                Arguments.of("NUL in a text", "sheet.not-a-table", utf8("a;b\n1\0;2\n3;4\n5;6\n")),
                Arguments.of(
                        "a line of ten megabytes", "sheet.cell-too-long", utf8("a;b\n" + "x".repeat(10 << 20) + "\n")),
                Arguments.of(
                        "a quoted cell of ten megabytes",
                        "sheet.cell-too-long",
                        utf8("a;b\n\"" + "x\n".repeat(5 << 20) + "\"\n")),
                Arguments.of(
                        "a line of a million columns",
                        "sheet.too-many-columns",
                        utf8("a;b\n" + "x;".repeat(1 << 16) + "\n")),
                Arguments.of("nothing but a mark", "sheet.empty", utf8("\uFEFF")),
                Arguments.of("nothing but empty lines", "sheet.empty", utf8("\n\r\n;;;\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTexts")
    void badTextsGetAClearRefusal(String what, String key, byte[] content) {
        assertEquals(key, problem(content), what);
    }

    @Test
    void anyBytesAreReadOrRefused() throws IOException {
        Random random = new Random(11);
        for (int i = 0; i < 400; i++) {
            byte[] noise = new byte[1 + random.nextInt(300)];
            random.nextBytes(noise);
            try {
                read(noise);
            } catch (Problem expected) {
                assertTrue(expected.message().key().startsWith("sheet."));
            }
        }
    }

    // ---- E: what is written comes back, and is never a formula

    static List<String> dangerousTexts() {
        return List.of(
                "=1+1",
                "+7 700 000 00 00",
                "-5",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "\u00A0=1",
                "\u2003=1",
                "\u200B=1",
                "\uFEFF=1",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "one\n=1+1",
                "one\r\n@x",
                "'=1",
                "''=1",
                "' =1",
                "one\n'=1",
                "=HYPERLINK(\"http://example.invalid\";\"x\")",
                "=cmd|' /C calc'!A0",
                "\t",
                "\n",
                "\r\n",
                "=",
                "'",
                "''",
                "'plain",
                "plain",
                "a;b\"c",
                " spaced ",
                "_x0041_ _x005F_",
                "Ә_x",
                "line\r\nline",
                "a\rb");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void textIsWrittenHarmlessAndReadsBackAsItWas(Format format) throws IOException {
        List<String> texts = dangerousTexts();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Writer writer = files.write(out, format, "list", List.of("=heading", "second"))) {
            texts.forEach(t -> writer.row(List.of("x", t)));
        }
        List<SheetRow> rows = read(out.toByteArray());
        assertEquals("=heading", rows.get(0).cell(0).text());
        for (int i = 0; i < texts.size(); i++) {
            assertEquals(texts.get(i), rows.get(i + 1).cell(1).text(), () -> format + " " + texts);
        }
        if (format == Format.CSV) {
            for (String line : out.toString(StandardCharsets.UTF_8).split("[\r\n]+")) {
                assertTrue(
                        line.isEmpty() || "=+-@＝＋－＠\t".indexOf(line.charAt(0)) < 0,
                        () -> "a line begins like a formula: " + line);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anyTextOfSuchCharactersReadsBack(int seed) {
        Random random = new Random(seed);
        String alphabet = "'='+-@ \t\r\n\u00A0＝a;\"";
        for (int i = 0; i < 30_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(9); k > 0; k--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String original = text.toString();
            assertEquals(original, FormulaGuard.unguarded(FormulaGuard.guarded(original)));
        }
    }

    @Test
    void valuesKeepTheirKind() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Object> values = new ArrayList<>(List.of(
                "010203500123", 12, 1.5, true, LocalDate.of(2014, 2, 3), Instant.parse("2026-11-25T02:00:00Z")));
        values.add(null);
        values.add("end");
        try (Writer writer = files.write(out, Format.XLSX, "a/b:c*?", List.of("h"))) {
            writer.row(values, Set.of(0, 6));
            writer.row(List.of());
            writer.row(List.of("third"));
        }
        List<SheetRow> rows = read(out.toByteArray());
        assertEquals(
                List.of("010203500123", "12", "1.5", "TRUE", "2014-02-03", "2026-11-25T07:00", "", "end"),
                texts(rows).get(1));
        assertEquals(CellKind.TEXT, rows.get(1).cell(0).kind());
        assertEquals(4, rows.get(2).number());
    }

    @Test
    void closingAWriterLeavesTheStreamOpen() throws IOException {
        for (Format format : Format.values()) {
            boolean[] closed = new boolean[1];
            try (OutputStream out = new ByteArrayOutputStream() {
                @Override
                public void close() throws IOException {
                    closed[0] = true;
                    super.close();
                }
            }) {
                files.write(out, format, "list", List.of("a")).close();
                assertEquals(false, closed[0]);
            }
        }
    }

    @Test
    void aLargeListIsReadWithFlatMemory() throws IOException {
        Path file = dir.resolve("large.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Writer writer = files.write(out, Format.XLSX, "list", List.of("a", "b", "c", "d"))) {
            for (int i = 0; i < 60_000; i++) {
                writer.row(List.of("text " + i, i, "more " + i % 7, "Қ" + i));
            }
        }
        int[] count = new int[1];
        files.read(file, "large.xlsx", r -> count[0]++);
        assertEquals(60_001, count[0]);
    }

    // ---- forms

    @Test
    void aFormTakesOnlyWhatFitsInItsOpenCellsAndReadsBack() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.form(
                out,
                "2024",
                List.of("code", "what", "value"),
                List.of(
                        new Sheets.Asked(List.of("return/1", "whose", "Atyrau"), Optional.empty(), ""),
                        new Sheets.Asked(
                                Arrays.asList("a/count", "children", 12),
                                Optional.of(Sheets.Entry.WHOLE),
                                "Write a whole number"),
                        new Sheets.Asked(Arrays.asList("a/text", "=words", null), Optional.of(Sheets.Entry.TEXT), "")));
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            XSSFSheet sheet = book.getSheet("2024");
            assertTrue(sheet.getProtect());
            assertTrue(
                    locked(sheet, 1, 0) && locked(sheet, 1, 2) && locked(sheet, 2, 0), "codes and what is only told");
            assertFalse(locked(sheet, 2, 2) || locked(sheet, 3, 2), "what is asked for");
            XSSFDataValidation check = sheet.getDataValidations().get(0);
            assertEquals("C3", check.getRegions().getCellRangeAddress(0).formatAsString());
            assertEquals(ValidationType.INTEGER, check.getValidationConstraint().getValidationType());
            assertEquals("Write a whole number", check.getErrorBoxText());
        }
        List<List<String>> rows = texts(read(out.toByteArray()));
        assertEquals(List.of("a/count", "children", "12"), rows.get(2));
        assertEquals(List.of("a/text", "=words"), rows.get(3));
    }

    private static boolean locked(XSSFSheet sheet, int row, int column) {
        return sheet.getRow(row).getCell(column).getCellStyle().getLocked();
    }
}
