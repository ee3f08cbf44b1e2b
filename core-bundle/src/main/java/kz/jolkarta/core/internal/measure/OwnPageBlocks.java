package kz.jolkarta.core.internal.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.measure.OwnPage;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Chart;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;

/** A measure's own page, given as data, as blocks of a page. */
final class OwnPageBlocks {
    private final Words words;

    OwnPageBlocks(Words words) {
        this.words = words;
    }

    /** Figures that follow one another become one row of tiles. */
    List<Block> of(List<OwnPage.Part> parts) {
        List<Block> blocks = new ArrayList<>();
        List<Block.Tile> tiles = new ArrayList<>();
        for (OwnPage.Part part : parts) {
            if (part instanceof OwnPage.Value value) {
                tiles.add(new Block.Tile(
                        words.text(value.title()),
                        words.number(value.value()),
                        word(value.unit()),
                        "",
                        Tone.PLAIN,
                        ""));
                continue;
            }
            flush(tiles, blocks);
            blocks.add(block(part));
        }
        flush(tiles, blocks);
        return blocks;
    }

    private static void flush(List<Block.Tile> tiles, List<Block> blocks) {
        if (!tiles.isEmpty()) {
            blocks.add(new Block.Tiles(tiles));
            tiles.clear();
        }
    }

    private Block block(OwnPage.Part part) {
        if (part instanceof OwnPage.Rows rows) {
            List<Table.Column> columns = rows.columns().stream()
                    .map(c -> Table.Column.of(words.text(c)))
                    .toList();
            List<Table.Line> lines = rows.rows().stream()
                    .map(row -> Table.Line.of(row.stream().map(this::cell).toList()))
                    .toList();
            return Table.of(columns, lines).caption(word(rows.title())).empty(words.text("page.own.no-rows"));
        }
        if (part instanceof OwnPage.Series series) {
            BigDecimal most = series.points().stream()
                    .map(OwnPage.Point::value)
                    .max(BigDecimal::compareTo)
                    .filter(m -> m.signum() > 0)
                    .orElse(BigDecimal.ONE);
            return new Chart.Bars(
                    word(series.title()),
                    series.points().stream()
                            .map(p -> new Chart.Bar(
                                    plain(p.label()),
                                    words.number(p.value()),
                                    "",
                                    Math.max(
                                            0,
                                            p.value()
                                                            .multiply(BigDecimal.valueOf(100))
                                                            .intValue()
                                                    / Math.max(1, most.intValue()))))
                            .toList());
        }
        if (part instanceof OwnPage.Link link) {
            return Block.Buttons.of(Action.go(words.text(link.title()), link.path()));
        }
        return new Block.Paragraph(words.text(((OwnPage.Note) part).text()));
    }

    private Cell cell(Object value) {
        return value instanceof Number ? Cell.number(plain(value)) : Cell.of(plain(value));
    }

    private String plain(Object value) {
        if (value instanceof Message message) {
            return words.text(message);
        }
        if (value instanceof Text text) {
            return words.text(text);
        }
        if (value instanceof LocalDate day) {
            return words.date(day);
        }
        return value instanceof Number number ? words.number(new BigDecimal(number.toString())) : value.toString();
    }

    private String word(String key) {
        return key.isEmpty() ? "" : words.text(key);
    }
}
