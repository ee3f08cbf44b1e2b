package kz.jolkarta.core.internal.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** What a sheet's cells need to know of their workbook: the sheets in order, the epoch of its dates, which styles are dates. */
final class WorkbookParts {
    private static final int MOST_STYLES = 65_490;

    private final List<String> sheets = new ArrayList<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> styleFormats = new ArrayList<>();
    private final Map<Integer, Boolean> dateStyles = new HashMap<>();
    private boolean since1904;

    List<String> visibleSheets() {
        return sheets;
    }

    boolean since1904() {
        return since1904;
    }

    boolean isDate(int style) {
        if (style < 0 || style >= styleFormats.size()) {
            return false;
        }
        return dateStyles.computeIfAbsent(style, s -> {
            int format = styleFormats.get(s);
            String code = formats.getOrDefault(format, "");
            return DateUtil.isADateFormat(format, code);
        });
    }

    DefaultHandler workbook() {
        return new DefaultHandler() {
            @Override
            public void startElement(String uri, String name, String qName, Attributes a) {
                if (name.equals("workbookPr")) {
                    String epoch = a.getValue("date1904");
                    since1904 = "1".equals(epoch) || "true".equals(epoch);
                } else if (name.equals("sheet")) {
                    String state = a.getValue("state");
                    String id = relation(a);
                    if (!id.isEmpty() && (state == null || state.equals("visible"))) {
                        sheets.add(id);
                    }
                }
            }
        };
    }

    private static String relation(Attributes a) {
        for (int i = 0; i < a.getLength(); i++) {
            if (a.getLocalName(i).equals("id") && a.getURI(i).endsWith("/relationships")) {
                return a.getValue(i);
            }
        }
        return "";
    }

    DefaultHandler styles() {
        return new DefaultHandler() {
            private boolean inCellFormats;

            @Override
            public void startElement(String uri, String name, String qName, Attributes a) {
                if (name.equals("numFmt") && formats.size() < MOST_STYLES) {
                    formats.put(number(a.getValue("numFmtId")), String.valueOf(a.getValue("formatCode")));
                } else if (name.equals("cellXfs")) {
                    inCellFormats = true;
                } else if (name.equals("xf") && inCellFormats && styleFormats.size() < MOST_STYLES) {
                    styleFormats.add(number(a.getValue("numFmtId")));
                }
            }

            @Override
            public void endElement(String uri, String name, String qName) {
                if (name.equals("cellXfs")) {
                    inCellFormats = false;
                }
            }
        };
    }

    /** A small number of the file; 0 when it is none. */
    static int number(String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
