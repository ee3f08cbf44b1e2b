package kz.jolkarta.registry.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.children.ChildChoice;
import kz.jolkarta.registry.records.Choice;

/** The parts of one list's page. */
final class ImportView {
    static final int LOOK_AGAIN_SECONDS = 2;
    private static final int REMARKS = 25;

    private final Batch batch;
    private final Words words;
    private final RemarkTexts texts;
    private final String own;

    ImportView(Batch batch, Words words, RemarkTexts texts) {
        this.batch = batch;
        this.words = words;
        this.texts = texts;
        this.own = ImportPages.LIST + "/" + batch.id();
    }

    static String name(Batch batch, Words words) {
        return destroyed(batch) ? words.text("page.imports.file-destroyed") : batch.fileName();
    }

    private static boolean destroyed(Batch batch) {
        return batch.fileName().equals(ListFiles.DESTROYED);
    }

    static Badge state(Batch batch, Words words) {
        Tone tone = switch (batch.state()) {
            case DONE -> Tone.OK;
            case FAILED -> Tone.LATE;
            case CANCELLED, UNDONE -> Tone.NONE;
            default -> Tone.RUN;
        };
        return Badge.of(words.text(stateKey(batch)), tone);
    }

    static String stateKey(Batch batch) {
        return "import.state." + code(batch.state());
    }

    static String code(Batch.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** What a batch that was cancelled or failed did is taken back by itself. */
    static boolean undoable(Batch batch) {
        return batch.state() == Batch.State.DONE && !batch.dryRun();
    }

    List<Block> blocks(Imports imports, ChildChoice children, User user, long waiting, Address address) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(flow(waiting));
        boolean ended = batch.state().ended();
        if (!ended) {
            blocks.add(progress(user));
        }
        imports.failure(user, batch)
                .ifPresent(why -> blocks.add(Block.Notice.of(Tone.LATE, texts.text(words.language(), why))));
        List<String> unread = batch.layout().unrecognised();
        if (ended && !unread.isEmpty() && !destroyed(batch)) {
            blocks.add(Block.Notice.of(
                    Tone.RUN,
                    words.text("page.imports.unread", String.join(", ", unread)),
                    Action.go(words.text("page.imports.columns-change"), own + "/columns")));
        }
        blocks.add(counts(waiting));
        if (batch.dryRun() && batch.state() == Batch.State.DONE && !destroyed(batch)) {
            blocks.add(Block.Notice.of(
                    Tone.RUN,
                    words.text("page.imports.tried"),
                    Action.postPrimary(words.text("page.imports.bring-in"), own + "/bring-in")));
        }
        if (waiting > 0) {
            blocks.add(Block.Notice.of(
                    Tone.RUN,
                    words.count("page.imports.count.waiting.", waiting),
                    Action.go(words.text("page.imports.settle"), DoubtPages.LIST + "?import=" + batch.id())));
        }
        List<Undo.KeptChild> kept = imports.kept(batch);
        if (!kept.isEmpty()) {
            blocks.add(ImportUndo.kept(kept, user, children, words));
        }
        blocks.add(remarks(imports, address));
        blocks.add(columns());
        return blocks;
    }

    /** The five steps; the present one is where something is still to be done. */
    private Block flow(long waiting) {
        boolean done = batch.state() == Batch.State.DONE;
        int recognised = batch.layout().mapping().size();
        int all = recognised + batch.layout().unrecognised().size();
        String state = words.text(stateKey(batch));
        Tone now = done ? Tone.OK : batch.state().ended() ? Tone.NONE : Tone.RUN;
        return new Block.Flow(List.of(
                new Block.Stage(words.text("page.imports.step.file"), name(batch, words), Tone.OK, false),
                new Block.Stage(
                        words.text("page.imports.step.columns"),
                        words.text("page.imports.recognised", words.number(recognised), words.number(all)),
                        recognised == all ? Tone.OK : Tone.RUN,
                        false),
                new Block.Stage(
                        words.text("page.imports.step.dry-run"),
                        batch.dryRun() ? state : words.text("page.imports.step.left-out"),
                        batch.dryRun() ? now : Tone.NONE,
                        batch.dryRun()),
                new Block.Stage(
                        words.text("page.imports.step.import"),
                        batch.dryRun() ? words.text("page.imports.step.not-yet") : state,
                        batch.dryRun() ? Tone.NONE : now,
                        !batch.dryRun() && waiting == 0),
                new Block.Stage(
                        words.text("page.imports.step.doubtful"),
                        words.count("page.imports.count.rows.", waiting),
                        waiting > 0 ? Tone.RUN : done && !batch.dryRun() ? Tone.OK : Tone.NONE,
                        waiting > 0)));
    }

    private Block progress(User user) {
        long read = batch.counts().read();
        String sentence = batch.total() == 0
                ? words.text("page.imports.leave")
                : words.text("page.imports.progress", words.number(read), words.number(batch.total())) + " "
                        + words.text("page.imports.leave");
        boolean stoppable = batch.owner() == user.id() && batch.state() != Batch.State.CANCELLING;
        return new Block.Progress(
                words.text(stateKey(batch)),
                read,
                batch.total(),
                sentence,
                stoppable ? List.of(Action.post(words.text("page.imports.cancel"), own + "/cancel")) : List.of());
    }

    private Block counts(long waiting) {
        Batch.Counts counts = batch.counts();
        return new Block.Tiles(List.of(
                tile("created", counts.created(), "", Tone.PLAIN, "user-plus"),
                tile("updated", counts.updated(), "", Tone.PLAIN, "edit"),
                tile("unchanged", counts.unchanged(), "", Tone.PLAIN, "check"),
                tile(
                        "doubtful",
                        counts.doubtful(),
                        waiting > 0 ? DoubtPages.LIST + "?import=" + batch.id() : "",
                        counts.doubtful() > 0 ? Tone.RUN : Tone.PLAIN,
                        "user-search"),
                tile(
                        "rejected",
                        counts.rejected(),
                        counts.rejected() > 0 ? own + "?outcome=rejected#remarks" : "",
                        counts.rejected() > 0 ? Tone.LATE : Tone.PLAIN,
                        "alert-triangle")));
    }

    private Block.Tile tile(String count, long number, String href, Tone tone, String icon) {
        return new Block.Tile(
                words.text("page.imports.count." + count),
                words.number(number),
                words.text("page.imports.note." + count),
                href,
                tone,
                icon);
    }

    private Block remarks(Imports imports, Address address) {
        Page<RemarkStore.Kept> page = imports.remarks(
                batch,
                Choice.of(Remark.Outcome.class, "outcome", address.value("outcome")),
                address.value("after"),
                REMARKS);
        List<Field> fields = address.filled(List.of(Field.choice(
                "outcome", words.text("import.copy.outcome"), words.options(Remark.Outcome.class, "import.outcome."))));
        Filters filters = Filters.of(
                        own, words.text("page.list.apply"), Action.link(words.text("page.list.reset"), own), fields)
                .active(address.active(fields));
        Table table = Table.of(
                        List.of(
                                Table.Column.number(words.text("page.imports.row")),
                                Table.Column.of(words.text("page.imports.value")),
                                Table.Column.of(words.text("page.imports.what-and-remedy")),
                                Table.Column.of(words.text("import.copy.outcome"))),
                        page.items().stream().map(this::remark).toList())
                .pages(address.previous(), address.next(page.next()))
                .empty(words.text("page.imports.no-remarks"));
        Block.Card card = Block.Card.of(words.text("page.imports.remarks"), filters, table)
                .at("remarks")
                .wide(8);
        return destroyed(batch)
                ? card
                : card.actions(Action.download(
                        words.text("page.imports.copy"), "/api/imports/" + batch.id() + "/errors.xlsx"));
    }

    private Table.Line remark(RemarkStore.Kept kept) {
        ImportViews.RemarkView said = ImportViews.remark(kept, texts, words.language());
        String remedy = said.taken().isEmpty()
                ? said.remedy()
                : words.text("page.imports.taken", said.taken()) + " " + said.remedy();
        return Table.Line.of(
                Cell.number(words.number(kept.row())),
                Cell.of(said.value().isEmpty() ? words.text("page.imports.blank") : said.value(), said.column()),
                Cell.of(said.reason(), remedy),
                Cell.badge(Badge.of(
                        texts.outcome(words.language(), kept.remark().outcome()),
                        switch (kept.remark().outcome()) {
                            case REJECTED -> Tone.LATE;
                            case DOUBTFUL, WARNING -> Tone.RUN;
                            case REPAIRED -> Tone.OK;
                        })));
    }

    private Block columns() {
        List<Block.Fact> facts = batch.layout().mapping().entrySet().stream()
                .map(e -> Block.Fact.of(e.getKey(), words.text("import.column." + e.getValue())))
                .toList();
        Block.Card card = Block.Card.of(words.text("page.imports.columns"), new Block.Facts(facts))
                .wide(4)
                .at("columns");
        return batch.state().ended() && !destroyed(batch)
                ? card.actions(Action.link(words.text("page.imports.columns-change"), own + "/columns"))
                : card;
    }
}
