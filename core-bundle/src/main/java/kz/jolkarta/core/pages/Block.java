package kz.jolkarta.core.pages;

import java.util.List;
import java.util.Optional;

/** A part of a page; all texts are in the reader's language, all links within the node. */
public sealed interface Block permits Form, Block.Piece, Table, Filters, Chart {

    /** The plainer parts. */
    sealed interface Piece extends Block {}

    /**
     * A card. Cards stand side by side in a grid of 12 columns, from 992 px on.
     *
     * @param anchor its id in the page, "" for none
     * @param badge beside the title
     * @param columns 1 to 12
     * @param marked whether it is to be seen first
     */
    record Card(
            String anchor,
            String title,
            Optional<Badge> badge,
            int columns,
            boolean marked,
            List<Action> actions,
            List<Block> blocks)
            implements Piece {
        public Card {
            if (columns < 1 || columns > 12) {
                throw new IllegalArgumentException("a grid has 12 columns: " + columns);
            }
            actions = List.copyOf(actions);
            blocks = List.copyOf(blocks);
        }

        public static Card of(String title, Block... blocks) {
            return of(title, List.of(blocks));
        }

        public static Card of(String title, List<? extends Block> blocks) {
            return new Card("", title, Optional.empty(), 12, false, List.of(), List.copyOf(blocks));
        }

        public Card wide(int of12) {
            return new Card(anchor, title, badge, of12, marked, actions, blocks);
        }

        public Card at(String id) {
            return new Card(id, title, badge, columns, marked, actions, blocks);
        }

        public Card badge(Badge shown) {
            return new Card(anchor, title, Optional.of(shown), columns, marked, actions, blocks);
        }

        public Card mark() {
            return new Card(anchor, title, badge, columns, true, actions, blocks);
        }

        public Card actions(Action... shown) {
            return new Card(anchor, title, badge, columns, marked, List.of(shown), blocks);
        }
    }

    /** Blocks one below another in a part of the grid, e.g. the right-hand column. */
    record Column(int columns, List<Block> blocks) implements Piece {
        public Column {
            blocks = List.copyOf(blocks);
        }
    }

    /** Figure tiles in a row. */
    record Tiles(List<Tile> tiles) implements Piece {
        public Tiles {
            tiles = List.copyOf(tiles);
        }
    }

    /**
     * Terms that come near, how much is done by now, and the next step.
     *
     * @param done of {@code all}; without any the bar is left out
     */
    record Clock(String title, List<Term> terms, String sentence, long done, long all, Optional<Action> action)
            implements Piece {
        public Clock {
            terms = List.copyOf(terms);
        }
    }

    /**
     * @param count days left or days over
     * @param unit the word below it
     * @param what is due that day
     * @param href "" for none
     */
    record Term(String count, String unit, String day, String what, String href, Tone tone) {}

    /**
     * A figure with what it says.
     *
     * @param value as printed; its link opens what is behind it
     * @param note one line of comparison, "" for none
     * @param href "" for none
     */
    record Tile(String label, String value, String note, String href, Tone tone, String icon, Optional<Spark> spark) {
        public Tile(String label, String value, String note, String href, Tone tone, String icon) {
            this(label, value, note, href, tone, icon, Optional.empty());
        }

        public Tile spark(Spark shown) {
            return new Tile(label, value, note, href, tone, icon, Optional.of(shown));
        }
    }

    /** A small line of how a figure went. @param text says the same */
    record Spark(List<Long> values, String text) {
        public Spark {
            values = List.copyOf(values);
        }
    }

    /** Names and values. */
    record Facts(List<Fact> facts) implements Piece {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    record Fact(String name, Cell value) {
        public static Fact of(String name, String value) {
            return new Fact(name, Cell.of(value));
        }
    }

    /**
     * A list of things to look at, each with what can be done.
     *
     * @param empty what is said instead when there are none
     */
    record Rows(List<Row> rows, String empty) implements Piece {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /** @param href "" for none; @param small a quieter line, "" for none */
    record Row(
            String icon, Tone tone, String text, String small, String href, List<Badge> badges, List<Action> actions) {
        public Row {
            badges = List.copyOf(badges);
            actions = List.copyOf(actions);
        }

        public static Row of(String icon, Tone tone, String text, String small, String href) {
            return new Row(icon, tone, text, small, href, List.of(), List.of());
        }

        public Row badges(Badge... shown) {
            return new Row(icon, tone, text, small, href, List.of(shown), actions);
        }

        public Row actions(Action... shown) {
            return new Row(icon, tone, text, small, href, badges, List.of(shown));
        }
    }

    /** A paragraph. */
    record Paragraph(String text) implements Piece {}

    /** A subheading within a card. */
    record Heading(String text) implements Piece {}

    /**
     * A sentence that has to be seen.
     *
     * @param title "" for none
     */
    record Notice(Tone tone, String title, String text, List<Action> actions) implements Piece {
        public Notice {
            actions = List.copyOf(actions);
        }

        public static Notice of(Tone tone, String text, Action... actions) {
            return new Notice(tone, "", text, List.of(actions));
        }
    }

    /** Links and acts in a row. */
    record Buttons(List<Action> actions) implements Piece {
        public Buttons {
            actions = List.copyOf(actions);
        }

        public static Buttons of(Action... actions) {
            return new Buttons(List.of(actions));
        }
    }

    /**
     * Something that opens.
     *
     * @param anchor its id in the page, "" for none
     * @param badges states beside the summary
     * @param value a figure at the summary's end, "" for none
     * @param note what the figure counts, "" for none
     * @param later address of a page with the same disclosure opened, whose blocks are brought when it is opened here; "" when they are here
     * @param change how it differs from an earlier one
     */
    record Disclosure(
            String anchor,
            String summary,
            String value,
            String note,
            Optional<Change> change,
            List<Badge> badges,
            boolean open,
            List<Block> blocks,
            String later)
            implements Piece {
        /** @param by e.g. "+3"; @param since what it is compared with */
        public record Change(String by, String since) {}

        public Disclosure(
                String anchor, String summary, String value, List<Badge> badges, boolean open, List<Block> blocks) {
            this(anchor, summary, value, "", Optional.empty(), badges, open, blocks, "");
        }

        public Disclosure {
            badges = List.copyOf(badges);
            blocks = List.copyOf(blocks);
            if (!later.isEmpty() && (anchor.isEmpty() || !blocks.isEmpty())) {
                throw new IllegalArgumentException("what is brought later has an anchor and no blocks yet");
            }
        }

        public static Disclosure of(String summary, Block... blocks) {
            return new Disclosure("", summary, "", List.of(), false, List.of(blocks));
        }

        public Disclosure at(String id) {
            return new Disclosure(id, summary, value, note, change, badges, open, blocks, later);
        }

        /** The same with its figure's name. */
        public Disclosure note(String words) {
            return new Disclosure(anchor, summary, value, words, change, badges, open, blocks, later);
        }

        public Disclosure change(Optional<Change> from) {
            return new Disclosure(anchor, summary, value, note, from, badges, open, blocks, later);
        }

        /** Closed, and without its blocks until it is opened. */
        public Disclosure later(String href) {
            return new Disclosure(anchor, summary, value, note, change, badges, false, List.of(), href);
        }
    }

    /**
     * Who or what the page is about.
     *
     * @param initials two letters in place of a picture, "" for none
     * @param lines facts below the name
     * @param ring parts done of all, with its two lines of text; empty for none
     */
    record Head(String initials, List<Cell> lines, List<Badge> badges, Optional<Ring> ring) implements Piece {
        public Head {
            lines = List.copyOf(lines);
            badges = List.copyOf(badges);
        }
    }

    /** @param title e.g. "16 / 25 steps"; @param note below it */
    record Ring(long done, long all, String title, String note) {
        public int percent() {
            return all == 0 ? 0 : (int) (100 * done / all);
        }
    }

    /** Goals with their steps in order. */
    record Plan(List<Goal> goals, String empty) implements Piece {
        public Plan {
            goals = List.copyOf(goals);
        }
    }

    record Goal(String title, List<Step> steps, List<Action> actions) {
        public Goal {
            steps = List.copyOf(steps);
            actions = List.copyOf(actions);
        }
    }

    /**
     * A step of a plan.
     *
     * @param state OK done, RUN the one at work, LATE missed, NONE to come
     * @param mark its number, shown where no sign stands
     * @param meta when, who, why
     * @param more what stands below it, e.g. a form; opened for the step at work
     */
    record Step(
            Tone state,
            String mark,
            String title,
            String meta,
            List<Badge> badges,
            List<Action> actions,
            List<Block> more) {
        public Step {
            badges = List.copyOf(badges);
            actions = List.copyOf(actions);
            more = List.copyOf(more);
        }
    }

    /**
     * A share of a whole as a bar, e.g. a quota by district.
     *
     * @param value as printed
     * @param parts one after another, together at most 100 per cent
     */
    record Meters(List<Meter> meters, List<Part> keys) implements Piece {
        public Meters {
            meters = List.copyOf(meters);
            keys = List.copyOf(keys);
        }
    }

    record Meter(String label, String value, String href, List<Part> parts) {
        public Meter {
            parts = List.copyOf(parts);
        }
    }

    /** @param percent 0 to 100; in a key 0 */
    record Part(String label, Tone tone, int percent) {}

    /** What a job does. @param total 0 while unknown; @param sentence says how far it is */
    record Progress(String label, long done, long total, String sentence, List<Action> actions) implements Piece {
        public Progress {
            actions = List.copyOf(actions);
        }
    }

    /** Steps of a way, e.g. of an import or of the reporting year; one is the present one. */
    record Flow(List<Stage> stages) implements Piece {
        public Flow {
            stages = List.copyOf(stages);
        }
    }

    record Stage(String title, String small, Tone state, boolean current) {}

    /** What happened, newest first. */
    record History(List<Event> events, String empty) implements Piece {
        public History {
            events = List.copyOf(events);
        }
    }

    /** @param when as printed */
    record Event(String when, String who, String what, String small) {}

    /** Two records side by side, the differing fields first and marked. @param left heading of the one; @param choice what can be done */
    record Comparison(String left, String right, List<Compared> fields, List<Action> actions) implements Piece {
        public Comparison {
            fields = List.copyOf(fields);
            actions = List.copyOf(actions);
        }
    }

    record Compared(String field, String left, String right, boolean differs) {}

    /**
     * Why a number is what it is.
     *
     * @param rule in words
     * @param arithmetic lines of the computation
     */
    record Why(String anchor, String title, String value, String rule, List<String> arithmetic, List<Block> behind)
            implements Piece {
        public Why {
            arithmetic = List.copyOf(arithmetic);
            behind = List.copyOf(behind);
        }
    }

    /** Conditions of which each holds or not; a refusal explained. */
    record Conditions(List<Condition> conditions, String outcome, Tone tone) implements Piece {
        public Conditions {
            conditions = List.copyOf(conditions);
        }
    }

    record Condition(boolean holds, String text, String small) {}

    /**
     * A clause with its passport, as a card of the catalogue.
     *
     * @param number of the clause
     * @param icon a sign of the clause, "" to show the number in its place
     * @param names the name, and below it the one in another language with that language's tag
     */
    record Passport(
            String number,
            String icon,
            String title,
            String href,
            String otherName,
            String otherLanguage,
            List<Fact> facts,
            List<Badge> badges,
            List<Action> actions,
            List<Block> more)
            implements Piece {
        public Passport {
            facts = List.copyOf(facts);
            badges = List.copyOf(badges);
            actions = List.copyOf(actions);
            more = List.copyOf(more);
        }
    }
}
