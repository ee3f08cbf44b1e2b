package kz.jolkarta.registry.duplicates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.places.TerritoryChoice;

/** The parts of the page of one pair. */
final class PairBlocks {
    /** A form that was refused. @param act its part of the address */
    record Sent(String act, FormInput input, Problem problem) {}

    private final PairDetail detail;
    private final Pair pair;
    private final Words words;
    private final PairFields fields;
    private final Optional<Sent> sent;
    private final String here;

    PairBlocks(PairDetail detail, Words words, TerritoryChoice territories, Optional<Sent> sent) {
        this.detail = detail;
        this.pair = detail.pair();
        this.words = words;
        this.fields = new PairFields(detail, words, territories);
        this.sent = sent;
        this.here = DuplicatePages.LIST + "/" + pair.id();
    }

    Block evidence() {
        List<Block.Condition> reasons = pair.evidence().stream()
                .map(e -> new Block.Condition(e.agrees(), words.text("duplicate.evidence." + Json.name(e)), ""))
                .toList();
        String outcome = words.text("page.duplicates.advice", words.number(pair.likeness()));
        return Block.Card.of(
                words.text("duplicate.heading.evidence"), new Block.Conditions(reasons, outcome, Tone.RUN));
    }

    Block comparison() {
        List<Block.Compared> compared = detail.fields().stream()
                .sorted(Comparator.comparing(PairDetail.Field::equal))
                .map(f -> new Block.Compared(
                        PairFields.label(f.field(), words),
                        fields.shown(f.field(), f.one()),
                        fields.shown(f.field(), f.other()),
                        !f.equal()))
                .toList();
        return new Block.Comparison(record(pair.one().id()), record(pair.other().id()), compared, List.of());
    }

    private String record(Long id) {
        return words.text("page.duplicates.record", String.valueOf(id));
    }

    /** What is on record of each child within reach. */
    List<Block> sides() {
        return Stream.of(detail.one(), detail.other())
                .filter(side -> side.values() != null)
                .map(this::side)
                .toList();
    }

    private Block side(PairDetail.Side side) {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        side.lines()
                .forEach(line -> kinds.computeIfAbsent(line.kind(), k -> new ArrayList<>())
                        .add(fields.line(line)));
        List<Block.Row> rows = new ArrayList<>();
        kinds.forEach((kind, lines) -> rows.add(
                Block.Row.of("file-text", Tone.PLAIN, counted(kind, lines.size()), String.join("; ", lines), "")));
        List<Block> blocks = new ArrayList<>();
        if (side.entered() != null) {
            blocks.add(new Block.Paragraph(words.text(
                    "page.duplicates.entered",
                    words.moment(side.entered().at()),
                    side.entered().login())));
        }
        blocks.add(new Block.Rows(rows, words.text("page.duplicates.no-records")));
        long id = side.child().id();
        return Block.Card.of(record(id), blocks)
                .wide(6)
                .actions(Action.go(words.text("page.doubtful.open-child"), "/children/" + id));
    }

    private String counted(String kind, int rows) {
        return words.text("page.duplicates.rows", words.text("duplicate.kind." + kind), words.number(rows));
    }

    /** What a merge would do, and the form that does it. */
    Block merge(MergeAnswer preview) {
        String kept = String.valueOf(preview.kept());
        String gone = String.valueOf(preview.gone());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(words.text("page.duplicates.merge.lead", kept, gone)));
        blocks.add(Block.Buttons.of(
                Action.go(words.text("page.duplicates.keep", gone), here + "?keep=" + gone + "#merge")));
        if (!preview.fields().isEmpty()) {
            blocks.add(new Block.Heading(words.text("page.duplicates.merge.fields", kept)));
            blocks.add(
                    new Block.Facts(preview.fields().stream().map(this::change).toList()));
        }
        blocks.add(new Block.Heading(words.text("page.duplicates.merge.moves", kept)));
        blocks.add(rows("arrow-right", Tone.OK, preview.moved(), "page.duplicates.merge.moves-none"));
        blocks.add(new Block.Heading(words.text("page.duplicates.merge.stays", gone)));
        blocks.add(rows("ban", Tone.NONE, preview.stayed(), "page.duplicates.merge.stays-none"));
        if (!preview.heldTwice().isEmpty()) {
            Action[] places = preview.heldTwice().stream().map(this::place).toArray(Action[]::new);
            blocks.add(Block.Notice.of(Tone.RUN, words.text("page.duplicates.merge.held-twice"), places));
        }
        blocks.add(refused(
                "merge",
                Form.of(here + "/merge", words.text("page.duplicates.merge.submit", kept, gone), chosen(preview))));
        return Block.Card.of(words.text("page.duplicates.merge.title", kept), blocks)
                .at("merge");
    }

    private Block.Fact change(MergeAnswer.FieldChange change) {
        String before = fields.shown(change.field(), change.before());
        String after = change.after() == null
                ? words.text("page.duplicates.merge.emptied")
                : fields.shown(change.field(), change.after());
        return Block.Fact.of(
                PairFields.label(change.field(), words),
                before.isEmpty() ? after : words.text("page.duplicates.merge.change", before, after));
    }

    private Block rows(String icon, Tone tone, List<MergeAnswer.Rows> rows, String none) {
        return new Block.Rows(
                rows.stream()
                        .map(r -> Block.Row.of(
                                icon, tone, counted(r.kind(), r.keys().size()), "", ""))
                        .toList(),
                words.text(none));
    }

    private Action place(MergeAnswer.HeldTwice held) {
        String page = held.link().replaceFirst("^/api", "").replaceFirst("/participants/\\d+$", "");
        return Action.link(
                words.text("page.duplicates.merge.place", words.text("duplicate.kind." + held.kind())), page);
    }

    /** Where both have a value and it differs, a person says which one counts. */
    private List<Field> chosen(MergeAnswer preview) {
        List<Field> all = new ArrayList<>(List.of(
                Field.hidden("keep", preview.kept()),
                Field.hidden("keptVersion", preview.keptVersion()),
                Field.hidden("goneVersion", preview.goneVersion()),
                Field.hidden(FormInput.VERSION, pair.version())));
        detail.fields().stream()
                .filter(f -> !f.equal() && f.one() != null && f.other() != null)
                .filter(f -> !f.field().equals("noIinReason"))
                .forEach(f -> all.add(Field.radio(
                                "fields." + f.field(),
                                PairFields.label(f.field(), words),
                                List.of(
                                        option(pair.one(), f.field(), f.one()),
                                        option(pair.other(), f.field(), f.other())))
                        .require()
                        .value(preview.kept())));
        return all;
    }

    private Field.Option option(Pair.Side side, String field, String value) {
        String id = String.valueOf(side.id());
        return new Field.Option(id, words.text("page.duplicates.value-of", fields.shown(field, value), id));
    }

    Block different() {
        return Block.Card.of(
                words.text("page.duplicates.different.title"),
                new Block.Paragraph(words.text("page.duplicates.different.lead")),
                refused(
                        "different",
                        Form.of(
                                here + "/different",
                                words.text("page.duplicates.different.submit"),
                                List.of(
                                        Field.hidden(FormInput.VERSION, pair.version()),
                                        Field.lines("reason", words.text("record.heading.reason"))
                                                .require()))));
    }

    Block withdraw() {
        return Block.Card.of(
                words.text("page.duplicates.withdraw.title"),
                new Block.Paragraph(words.text("page.duplicates.withdraw.lead")),
                refused("withdraw", bare("withdraw", words.text("page.duplicates.withdraw.submit"))));
    }

    Block unmerge() {
        boolean first = "MERGED".equals(detail.one().values().get("state"));
        String gone = String.valueOf((first ? pair.one() : pair.other()).id());
        String kept = String.valueOf((first ? pair.other() : pair.one()).id());
        return Block.Card.of(
                words.text("page.duplicates.unmerge.title"),
                new Block.Paragraph(words.text("page.duplicates.unmerge.lead", kept, gone)),
                refused(
                        "unmerge",
                        bare("unmerge", words.text("page.duplicates.unmerge.submit", gone))
                                .takesAway()));
    }

    private Form bare(String act, String submit) {
        return Form.of(here + "/" + act, submit, List.of(Field.hidden(FormInput.VERSION, pair.version())));
    }

    /** The form with what is wrong, when it is the one that was sent. */
    private Form refused(String act, Form fresh) {
        return sent.filter(s -> s.act().equals(act))
                .map(s -> fresh.refused(s.input(), s.problem(), words))
                .orElse(fresh);
    }
}
