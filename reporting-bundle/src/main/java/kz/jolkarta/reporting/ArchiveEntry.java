package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was entered of a measure in a region's return of a past year. A change is an entry of its own, and the earlier ones stay.
 *
 * @param revision counts the entries of the measure from 1; 0 when nothing was ever entered
 * @param figures by the indicator's code; money as in {@link ReportBook#spent}
 * @param source who entered it; empty when nothing was ever entered
 */
record ArchiveEntry(
        String measure, int revision, Map<String, Figure> figures, String kk, String ru, Optional<Source> source) {
    /** @param value empty when few persons are kept back from the reader */
    record Figure(Unit unit, Cell.State state, Optional<BigDecimal> value) {
        static Figure of(Unit unit, BigDecimal value) {
            Cell cell = Cell.of(value);
            return new Figure(unit, cell.state(), cell.value());
        }

        Figure hidden() {
            return new Figure(unit, Cell.State.SUPPRESSED, Optional.empty());
        }
    }

    /** Who enters a return. */
    enum Level {
        /** Who keeps the records of the region. */
        REGION,
        /** The national office. */
        NATION
    }

    /** @param sha256 in hexadecimal; "" for a reader from whom few persons are kept, who could find out by it what they are */
    record File(String name, String sha256) {}

    /** @param file it came from; empty when it was typed on the page, or sent by the API */
    record Source(String by, Level level, Instant at, Optional<File> file) {}

    ArchiveEntry {
        figures = java.util.Collections.unmodifiableMap(new TreeMap<>(figures));
    }

    static ArchiveEntry none(String measure) {
        return new ArchiveEntry(measure, 0, Map.of(), "", "", Optional.empty());
    }

    /** Without the hash of the file it came from. */
    ArchiveEntry unhashed() {
        Optional<Source> named =
                source.map(s -> new Source(s.by(), s.level(), s.at(), s.file().map(f -> new File(f.name(), ""))));
        return new ArchiveEntry(measure, revision, figures, kk, ru, named);
    }

    ArchiveEntry with(Map<String, Figure> others) {
        return new ArchiveEntry(measure, revision, others, kk, ru, source);
    }

    /** Whether the reader is kept from the figure. */
    boolean hides(String code) {
        Figure figure = figures.get(code);
        return figure != null && figure.state() == Cell.State.SUPPRESSED;
    }

    /** Whether there is anything in it. */
    boolean filled() {
        return !figures.isEmpty() || !kk.isEmpty() || !ru.isEmpty();
    }

    /** Whether it says the same as another one, whoever entered it. */
    boolean same(ArchiveEntry other) {
        return kk.equals(other.kk)
                && ru.equals(other.ru)
                && figures.keySet().equals(other.figures.keySet())
                && figures.entrySet().stream().allMatch(e -> same(e.getValue(), other.figures.get(e.getKey())));
    }

    private static boolean same(Figure one, Figure other) {
        return one.unit() == other.unit()
                && new Cell(one.state(), one.value()).same(new Cell(other.state(), other.value()));
    }
}
