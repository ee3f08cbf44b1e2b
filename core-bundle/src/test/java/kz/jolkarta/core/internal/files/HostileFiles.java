package kz.jolkarta.core.internal.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes workbooks part by part, so that each part may lie. */
final class HostileFiles {
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    HostileFiles() {
        part(
                "[Content_Types].xml",
                HEAD + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + type("/xl/workbook.xml", "sheet.main")
                        + type("/xl/worksheets/sheet1.xml", "worksheet")
                        + type("/xl/worksheets/sheet2.xml", "worksheet")
                        + type("/xl/styles.xml", "styles")
                        + type("/xl/sharedStrings.xml", "sharedStrings")
                        + "</Types>");
        part(
                "_rels/.rels",
                HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"r1\" Type=\"" + RELATION
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        part(
                "xl/_rels/workbook.xml.rels",
                HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + relation("r1", "worksheet", "worksheets/sheet1.xml")
                        + relation("r2", "worksheet", "worksheets/sheet2.xml")
                        + relation("r3", "styles", "styles.xml")
                        + relation("r4", "sharedStrings", "sharedStrings.xml")
                        + "</Relationships>");
        workbook("<workbookPr/>", "", "");
        part(
                "xl/styles.xml",
                HEAD + "<styleSheet xmlns=\"" + MAIN
                        + "\"><numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yy;@\"/></numFmts>"
                        + "<cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>");
        part(
                "xl/sharedStrings.xml",
                HEAD + "<sst xmlns=\"" + MAIN
                        + "\"><si><t>shared</t></si><si><r><t>two </t></r><r><t>runs</t></r></si></sst>");
        sheet(1, "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c></row>");
        sheet(2, "");
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"" + part
                + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + kind + "+xml\"/>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + RELATION + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    HostileFiles workbook(String properties, String firstState, String secondState) {
        return part(
                "xl/workbook.xml",
                HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATION + "\">" + properties + "<sheets>"
                        + "<sheet name=\"one\" sheetId=\"1\" r:id=\"r1\"" + firstState
                        + "/><sheet name=\"two\" sheetId=\"2\" r:id=\"r2\"" + secondState
                        + "/></sheets></workbook>");
    }

    HostileFiles sheet(int number, String rows) {
        return part(
                "xl/worksheets/sheet" + number + ".xml",
                HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
    }

    HostileFiles part(String name, String content) {
        return part(name, content, StandardCharsets.UTF_8);
    }

    HostileFiles part(String name, String content, Charset charset) {
        parts.put(name, content.getBytes(charset));
        return this;
    }

    HostileFiles without(String name) {
        parts.remove(name);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The workbook with a first sheet that unpacks to so many bytes of one repeated text. */
    void bombTo(Path file, String before, String repeated, long bytes, String after) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                if (part.getKey().endsWith("sheet1.xml")) {
                    zip.write(before.getBytes(StandardCharsets.UTF_8));
                    byte[] block =
                            repeated.repeat(64 * 1024 / repeated.length()).getBytes(StandardCharsets.UTF_8);
                    for (long written = 0; written < bytes; written += block.length) {
                        zip.write(block);
                    }
                    zip.write(after.getBytes(StandardCharsets.UTF_8));
                } else {
                    zip.write(part.getValue());
                }
            }
        }
    }

    /** Bytes with one of them, found by a pattern, changed in every place: what no zip library would write. */
    static byte[] patched(byte[] bytes, String pattern, String replacement) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replace(pattern, replacement).getBytes(StandardCharsets.ISO_8859_1);
    }
}
