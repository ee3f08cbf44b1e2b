package kz.jolkarta.core.internal.measure;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.measure.OwnPage;

/** Own pages as the API shows them, in the caller's language. */
final class PageViews {
    record PageLink(String code, String title, String href) {}

    record PageView(String code, String title, int year, List<PartView> parts) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ValueView.class, name = "value"),
        @JsonSubTypes.Type(value = RowsView.class, name = "rows"),
        @JsonSubTypes.Type(value = SeriesView.class, name = "series"),
        @JsonSubTypes.Type(value = LinkView.class, name = "link"),
        @JsonSubTypes.Type(value = NoteView.class, name = "note")
    })
    interface PartView {}

    record ValueView(String title, BigDecimal value, String unit) implements PartView {}

    record RowsView(String title, List<String> columns, List<List<Object>> rows) implements PartView {}

    record PointView(String label, BigDecimal value) {}

    record SeriesView(String title, List<PointView> points) implements PartView {}

    record LinkView(String title, String href) implements PartView {}

    record NoteView(String text) implements PartView {}

    private final Texts texts;
    private final Language language;

    PageViews(Texts texts, Language language) {
        this.texts = texts;
        this.language = language;
    }

    PageLink link(String measure, String page) {
        return new PageLink(page, title(measure, page), "/api/measures/" + measure + "/pages/" + page);
    }

    PageView page(String measure, String page, int year, List<OwnPage.Part> parts) {
        return new PageView(
                page, title(measure, page), year, parts.stream().map(this::part).toList());
    }

    private String title(String measure, String page) {
        return word(measure + ".page." + page);
    }

    private PartView part(OwnPage.Part part) {
        if (part instanceof OwnPage.Value number) {
            return new ValueView(word(number.title()), number.value(), word(number.unit()));
        }
        if (part instanceof OwnPage.Rows rows) {
            return new RowsView(
                    word(rows.title()),
                    rows.columns().stream().map(this::word).toList(),
                    rows.rows().stream()
                            .map(row -> row.stream().map(this::cell).toList())
                            .toList());
        }
        if (part instanceof OwnPage.Series series) {
            return new SeriesView(
                    word(series.title()),
                    series.points().stream()
                            .map(p -> new PointView(String.valueOf(cell(p.label())), p.value()))
                            .toList());
        }
        if (part instanceof OwnPage.Link link) {
            return new LinkView(word(link.title()), link.path());
        }
        return new NoteView(texts.text(language, ((OwnPage.Note) part).text()));
    }

    private Object cell(Object value) {
        if (value instanceof Message message) {
            return texts.text(language, message);
        }
        return value instanceof Text text ? text.in(language) : value;
    }

    private String word(String key) {
        return key.isEmpty() ? "" : texts.text(language, key);
    }
}
