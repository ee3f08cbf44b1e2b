package kz.jolkarta.core.files;

import java.util.List;
import java.util.Set;
import kz.jolkarta.core.i18n.Language;

/**
 * A document on A4, independent of its file format: what it says, in which order.
 *
 * @param language of all its texts
 * @param letter what stands above the title
 * @param title above the first block, and the file's own title
 * @param footer at the foot of each page, beside the page's number
 */
public record Paper(Language language, Letter letter, String title, List<Block> blocks, String footer) {
    /**
     * The head of an official letter.
     *
     * @param own at the left: what the sender fills in, such as the number and the date; "" for none
     * @param to at the right: whom it goes to; "" for none
     */
    public record Letter(String own, String to) {
        /** A paper that is no letter. */
        public static final Letter NONE = new Letter("", "");
    }

    /** A part of a paper. */
    public sealed interface Block permits Heading, Text, Facts, Table, Signatures {}

    public record Heading(String text) implements Block {}

    /** A paragraph; line breaks are kept. */
    public record Text(String text) implements Block {}

    /** A label and what stands beside it; "" leaves a line to write on. */
    public record Fact(String label, String value) {}

    public record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A table whose headings come again on each page.
     *
     * @param widths of the columns, in relation to each other
     * @param numbers columns, from 0, whose figures stand under figures
     * @param strong rows, from 0, that are a heading or a sum
     */
    public record Table(
            List<String> headings,
            List<Integer> widths,
            List<List<String>> rows,
            Set<Integer> numbers,
            Set<Integer> strong)
            implements Block {
        public Table(List<String> headings, List<Integer> widths, List<List<String>> rows) {
            this(headings, widths, rows, Set.of(), Set.of());
        }

        public Table {
            headings = List.copyOf(headings);
            widths = List.copyOf(widths);
            rows = rows.stream().map(List::copyOf).toList();
            numbers = Set.copyOf(numbers);
            strong = Set.copyOf(strong);
            int columns = headings.size();
            if (columns != widths.size() || rows.stream().anyMatch(row -> row.size() != columns)) {
                throw new IllegalArgumentException("a table of " + columns + " columns");
            }
        }
    }

    /** Lines to sign and date, one for each, kept together on a page. */
    public record Signatures(List<String> who) implements Block {
        public Signatures {
            who = List.copyOf(who);
        }
    }

    public Paper(Language language, String title, List<Block> blocks, String footer) {
        this(language, Letter.NONE, title, blocks, footer);
    }

    public Paper {
        blocks = List.copyOf(blocks);
    }
}
