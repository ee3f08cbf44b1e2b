package kz.jolkarta.core.internal.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import kz.jolkarta.core.Problem;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** A workbook read as a stream of events, behind a look at its container. */
final class XlsxReader {
    private static final int MOST_ENTRIES = 3000;
    private static final long MOST_UNPACKED = 1536L * 1024 * 1024;
    /** Real lists reach 30 : 1, sheets full of empty formatted cells some 100 : 1. */
    private static final double LEAST_RATIO = 0.004;

    private static final long RATIO_FROM = 4L * 1024 * 1024;

    static {
        ZipSecureFile.setMinInflateRatio(LEAST_RATIO);
        ZipSecureFile.setMaxEntrySize(MOST_UNPACKED);
        ZipSecureFile.setMaxFileCount(MOST_ENTRIES);
    }

    private final Path file;
    private final SheetProblems problems;

    XlsxReader(Path file, SheetProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    void read(Rows rows) {
        lookAtContainer();
        try (OPCPackage workbook = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            try {
                sheets(new XSSFReader(workbook), rows);
            } finally {
                workbook.revert();
            }
        } catch (Rows.VisitorFailure e) {
            throw e.failure();
        } catch (Problem e) {
            throw e;
        } catch (IOException | SAXException | OpenXML4JException | RuntimeException | StackOverflowError e) {
            throw problemIn(e).orElseGet(() -> bomb(e) ? problems.suspicious() : problems.damaged());
        }
    }

    private void sheets(XSSFReader reader, Rows rows) throws IOException, SAXException, OpenXML4JException {
        WorkbookParts parts = new WorkbookParts();
        try (InputStream in = reader.getWorkbookData()) {
            parse(in, parts.workbook());
        }
        try (InputStream in = reader.getStylesData()) {
            if (in != null) {
                parse(in, parts.styles());
            }
        }
        try (SharedText texts = new SharedText(problems)) {
            try (InputStream in = reader.getSharedStringsData()) {
                if (in != null) {
                    parse(in, texts.handler());
                }
            }
            for (String sheet : parts.visibleSheets()) {
                try (InputStream in = reader.getSheet(sheet)) {
                    parse(in, new SheetEvents(rows, problems, texts, parts));
                }
                if (rows.count() > 0) {
                    return;
                }
            }
        }
    }

    private static void parse(InputStream in, DefaultHandler handler) throws IOException, SAXException {
        try {
            // Karaf puts its own javax.xml.parsers in the JDK's place, which knows no newer factory method than this
            // one.
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            XMLReader parser = factory.newSAXParser().getXMLReader();
            parser.setContentHandler(handler);
            parser.setErrorHandler(handler);
            parser.parse(new InputSource(in));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Refuses what no spreadsheet program writes before anything is unpacked. */
    private void lookAtContainer() {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw problems.suspicious();
            }
            Set<String> names = new HashSet<>();
            long unpacked = 0;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                boolean climbs = List.of(name.split("[/\\\\]", -1)).contains("..");
                if (climbs || name.startsWith("/") || name.matches("[a-z]:.*") || !names.add(name)) {
                    throw problems.suspicious();
                }
                long size = Math.max(0, entry.getSize());
                unpacked += size;
                boolean bomb = size > RATIO_FROM && entry.getCompressedSize() < size * LEAST_RATIO;
                if (bomb || unpacked > MOST_UNPACKED) {
                    throw problems.suspicious();
                }
            }
            if (!names.contains("[content_types].xml")) {
                throw names.contains("mimetype") ? problems.notATable() : problems.archive();
            }
            if (names.contains("xl/workbook.bin") || names.stream().noneMatch(n -> n.startsWith("xl/"))) {
                throw problems.notATable();
            }
        } catch (ZipException e) {
            String reason = String.valueOf(e.getMessage());
            throw reason.contains("encrypted") ? problems.encrypted() : problems.damaged();
        } catch (IOException | IllegalArgumentException e) {
            throw problems.damaged();
        }
    }

    private static Optional<Problem> problemIn(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof Problem p) {
                return Optional.of(p);
            }
        }
        return Optional.empty();
    }

    private static boolean bomb(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (String.valueOf(t.getMessage()).contains("Zip bomb")) {
                return true;
            }
        }
        return false;
    }
}
