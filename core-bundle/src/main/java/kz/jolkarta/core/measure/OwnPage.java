package kz.jolkarta.core.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Text;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A page or card of a measure's own, for what does not follow from its declaration; offered as an OSGi service. It is given as data and
 * holds no HTML: the platform shows it. Its title is the text {@code <measure>.page.<code>}; all texts it names lie in its own bundle under
 * keys that begin with {@code <measure>.page.}.
 */
@ConsumerType
public interface OwnPage {
    /** Code of the measure it belongs to; without that measure the page is not shown. */
    String measure();

    /** Its own code, unique within the measure: small Latin letters, digits, hyphens. */
    String code();

    /** What a reader must be allowed to; territories in which they are not are left out by {@link #content}. */
    default Right needs() {
        return Right.REPORTS_READ;
    }

    /**
     * What stands on it, from top to bottom.
     *
     * @param scope where the reader holds the right; rows elsewhere are not theirs to see
     * @param year of the report, e.g. 2026
     */
    List<Part> content(Scope scope, int year);

    /** A piece of the page. */
    sealed interface Part permits Value, Rows, Series, Link, Note {}

    /**
     * One number with what it says.
     *
     * @param unit key of the unit's text, "" for none
     */
    record Value(String title, BigDecimal value, String unit) implements Part {}

    /**
     * A table.
     *
     * @param columns keys of the headings
     * @param rows each as long as the headings; a cell is a String, a number, a {@link LocalDate}, a {@link Text} or a {@link Message}
     */
    record Rows(String title, List<String> columns, List<List<Object>> rows) implements Part {
        private static final int MOST = 1_000;

        public Rows {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            if (rows.size() > MOST) {
                throw new IllegalArgumentException("a page shows at most " + MOST + " rows, this has " + rows.size());
            }
            for (List<Object> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(row.size() + " cells below " + columns.size() + " headings");
                }
                row.forEach(Rows::check);
            }
        }

        private static void check(Object cell) {
            boolean shown = cell instanceof String
                    || cell instanceof Number
                    || cell instanceof LocalDate
                    || cell instanceof Text
                    || cell instanceof Message;
            if (!shown) {
                throw new IllegalArgumentException(
                        "a cell cannot be a " + cell.getClass().getName());
            }
        }
    }

    /** One value of a series; the label is a String, a {@link Text} or a {@link Message}. */
    record Point(Object label, BigDecimal value) {}

    /** A row of values for a chart. */
    record Series(String title, List<Point> points) implements Part {
        public Series {
            points = List.copyOf(points);
        }
    }

    /** @param path within the node, begins with one slash */
    record Link(String title, String path) implements Part {
        public Link {
            if (!path.matches("/(?!/)[A-Za-z0-9/._~?&=%-]*")) {
                throw new IllegalArgumentException("a link stays within the node: " + path);
            }
        }
    }

    /** A sentence. */
    record Note(Message text) implements Part {}
}
