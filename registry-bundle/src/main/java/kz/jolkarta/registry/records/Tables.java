package kz.jolkarta.registry.records;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.jolkarta.core.files.ListFile;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Records as a spreadsheet to be taken along, in the caller's language. */
@Component(service = Tables.class)
public final class Tables {
    public static final String XLSX = ListFile.XLSX;
    public static final String CSV = ListFile.CSV;

    private final Sheets sheets;
    private final Texts texts;

    @Activate
    public Tables(@Reference Sheets sheets, @Reference Texts texts) {
        this.sheets = sheets;
        this.texts = texts;
    }

    /**
     * @param name of the file, without its ending, in ASCII
     * @param headings keys of the columns' names
     */
    public <T> Response xlsx(
            Language language, String name, Stream<String> headings, Rows<T> rows, Function<T, List<?>> cells) {
        return file(language, Sheets.Format.XLSX, name, headings, rows, cells);
    }

    /** The same as a spreadsheet or as delimited text. */
    public <T> Response file(
            Language language,
            Sheets.Format format,
            String name,
            Stream<String> headings,
            Rows<T> rows,
            Function<T, List<?>> cells) {
        List<String> names = headings.map(key -> texts.text(language, key)).toList();
        return ListFile.of(sheets, format, name, names, row -> rows.each(item -> row.accept(cells.apply(item))));
    }

    public String text(Language language, Message message) {
        return texts.text(language, message);
    }

    public String text(Language language, String key) {
        return texts.text(language, key);
    }
}
