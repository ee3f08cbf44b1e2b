package kz.jolkarta.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;

/**
 * A revision on pages: its receipt, its check, its figures, and what the level above says.
 *
 * @param zone the office's offset when it was handed in, e.g. {@code +05:00}
 */
record RevisionBlocks(Words words, Revisions.Receipt receipt, String regionName, String zone) {
    private Submission one() {
        return receipt.submission();
    }

    static String href(Submission of) {
        return href(String.valueOf(of.year()), of.region(), of.revision());
    }

    static String href(String year, String region, int revision) {
        return ReportPages.REPORTS + "/" + year + "/" + region + "/submissions/" + revision;
    }

    Badge state() {
        return ReportState.of(Optional.of(one()), false).badge(words);
    }

    /** What proves that the report was handed in. */
    Block facts() {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(Block.Fact.of(words.text("page.report.region"), regionName));
        facts.add(Block.Fact.of(words.text("page.report.year"), String.valueOf(one().year())));
        facts.add(Block.Fact.of(words.text("page.report.revision"), words.number(one().revision())));
        facts.add(Block.Fact.of(
                words.text("page.report.submitted-at"),
                words.text("page.revision.moment", words.moment(one().submittedAt()), zone)));
        facts.add(new Block.Fact(
                words.text("page.revision.term"),
                Cell.badge(
                        one().onTime()
                                ? Badge.of(words.text("page.report.state.on-time"), Tone.OK)
                                : Badge.of(words.text("page.report.state.late"), Tone.RUN))));
        one().seal().ifPresent(seal -> facts.add(act("page.revision.prepared", seal.prepared())));
        facts.add(act("page.revision.approved", new Submission.Act(one().submittedBy(), one().submittedAt())));
        one().accepted().ifPresent(act -> facts.add(act("page.revision.accepted", act)));
        one().returnedAt()
                .ifPresent(at -> facts.add(act(
                        "page.revision.returned",
                        new Submission.Act(one().returnedBy().orElse(""), at))));
        facts.add(Block.Fact.of("SHA-256", one().hash()));
        one().seal().ifPresent(seal -> {
            facts.add(Block.Fact.of(words.text("page.revision.signature"), seal.signature()));
            facts.add(Block.Fact.of(words.text("page.revision.key"), seal.key()));
        });
        receipt.cms().ifPresent(cms -> facts.add(Block.Fact.of(words.text("page.revision.cms-hash"), cms.sha256())));
        return new Block.Facts(facts);
    }

    private Block.Fact act(String name, Submission.Act act) {
        return Block.Fact.of(words.text(name), words.text("page.revision.act", act.by(), words.moment(act.at())));
    }

    /** @param checked empty until it is asked for */
    Block check(Optional<Verification> checked) {
        List<Block> blocks = new ArrayList<>();
        if (checked.isEmpty()) {
            blocks.add(new Block.Paragraph(words.text("page.revision.check.what")));
            blocks.add(
                    Block.Buttons.of(Action.go(words.text("page.revision.check"), href(one()) + "?check=true#check")));
        } else {
            Verification found = checked.get();
            Tone tone = switch (found.state()) {
                case WHOLE -> Tone.OK;
                case DAMAGED -> Tone.LATE;
                case UNSIGNED -> Tone.RUN;
            };
            blocks.add(Block.Notice.of(tone, words.text("page.revision.check." + Json.name(found.state()))));
            if (!found.key().isEmpty() && !found.ownKey()) {
                blocks.add(Block.Notice.of(Tone.RUN, words.text("page.revision.check.other-key", found.key())));
            }
            List<Block.Row> flaws = found.flaws().stream().map(this::flaw).toList();
            if (!flaws.isEmpty()) {
                blocks.add(new Block.Rows(flaws, ""));
            }
        }
        blocks.add(Block.Buttons.of(Action.download(words.text("page.revision.key-file"), "/api/report-key/key.pem")));
        return Block.Card.of(words.text("page.revision.check.title"), blocks).at("check");
    }

    private Block.Row flaw(Verification.Flaw flaw) {
        String where = flaw.measure().isEmpty()
                ? ""
                : Shown.measure(words, flaw.measure()) + " · "
                        + Shown.indicator(words, flaw.measure(), flaw.indicator());
        return Block.Row.of("x", Tone.LATE, words.text("page.revision.flaw." + Json.name(flaw.kind())), where, "");
    }

    /** What has to be mended; nothing unless it was given back. */
    Optional<Block> remarks() {
        if (!one().returned()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        if (!one().remarks().isEmpty()) {
            blocks.add(new Block.Paragraph(one().remarks()));
        }
        byNumber(receipt.remarks().keySet()).forEach(code -> {
            blocks.add(new Block.Heading(Shown.measure(words, code)));
            blocks.add(new Block.Paragraph(receipt.remarks().get(code)));
        });
        return Optional.of(Block.Card.of(words.text("page.report.remarks"), blocks)
                .at("remarks")
                .mark());
    }

    private static List<String> byNumber(Iterable<String> codes) {
        List<String> sorted = new ArrayList<>();
        codes.forEach(sorted::add);
        sorted.sort(java.util.Comparator.comparingInt(code ->
                Resolution997.programme().clause(code).map(Clause::number).orElse(0)));
        return sorted;
    }

    /** @param puts whether the reader may put a signature there; @param opens whether the reader may get it */
    Block cms(boolean puts, boolean opens, Optional<Form> refused) {
        List<Block> blocks = new ArrayList<>();
        receipt.cms()
                .ifPresentOrElse(
                        cms -> blocks.add(new Block.Facts(List.of(
                                act("page.revision.cms.by", new Submission.Act(cms.by(), cms.at())),
                                Block.Fact.of(
                                        words.text("page.revision.cms.digest"),
                                        words.text("page.revision.cms." + Json.name(cms.digest())))))),
                        () -> blocks.add(new Block.Paragraph(words.text("page.revision.cms.none"))));
        if (opens && receipt.cms().isPresent()) {
            blocks.add(Block.Buttons.of(
                    Action.download(words.text("page.revision.cms.file"), "/api" + href(one()) + "/signature.cms")));
        }
        if (puts) {
            blocks.add(refused.orElseGet(this::cmsForm));
        }
        return Block.Card.of(words.text("page.revision.cms"), blocks).at("cms");
    }

    Form cmsForm() {
        return Form.of(
                href(one()) + "/signature",
                words.text(receipt.cms().isPresent() ? "page.revision.cms.replace" : "page.revision.cms.put"),
                List.of(Field.file("file", words.text("page.revision.cms.field"))
                        .require()
                        .help(words.text("page.revision.cms.help", words.number(CmsSignature.LARGEST / 1024)))));
    }

    /** What the level above may do with the last revision. */
    List<Block> verdict(Optional<Form> refused) {
        List<Block> blocks = new ArrayList<>();
        if (one().accepted().isEmpty()) {
            blocks.add(Block.Card.of(
                    words.text("page.revision.accept"),
                    new Block.Paragraph(words.text("page.revision.accept-help")),
                    Block.Buttons.of(
                            Action.postPrimary(words.text("page.revision.accept"), href(one()) + "/acceptance"))));
        }
        Form form = refused.orElseGet(this::giveBack);
        blocks.add(Block.Card.of(
                words.text("page.report.return"),
                new Block.Disclosure(
                        "return",
                        words.text("page.revision.remarks"),
                        "",
                        List.of(),
                        refused.isPresent(),
                        List.of(form))));
        return blocks;
    }

    Form giveBack() {
        List<Field> fields = new ArrayList<>();
        fields.add(
                Field.lines("remarks", words.text("page.report.remarks")).help(words.text("page.report.return-help")));
        Resolution997.programme()
                .clauses()
                .forEach(c -> fields.add(Field.lines(
                        Remarks.FIELD + c.code(), c.number() + ". " + c.name().in(words.language()))));
        return Form.of(href(one()) + "/return", words.text("page.report.return"), fields)
                .takesAway();
    }

    /** The figures that were handed in; each with its rows for whoever may see them. */
    Block figures(Snapshot snapshot, boolean opens) {
        Map<Snapshot.Key, Map<Behind.Part, Snapshot.Frozen>> frozen = snapshot.frozen();
        Map<Snapshot.Key, Unit> units = snapshot.units();
        Optional<Entered> before = snapshot.entered();
        List<Table.Column> columns = new ArrayList<>(List.of(
                Table.Column.of(words.text("report.column.measure")),
                Table.Column.of(words.text("report.column.indicator")),
                Table.Column.number(words.text("report.column.value"))));
        before.ifPresent(
                e -> columns.add(Table.Column.number(words.text("page.archive.of-year", String.valueOf(e.year())))));
        YearTargets targets = snapshot.targets();
        if (targets.any()) {
            columns.add(Table.Column.number(words.text("report.column.target")));
        }
        List<Table.Line> lines = new ArrayList<>();
        snapshot.cells().forEach((key, cell) -> {
            if (key.territory().isEmpty()) {
                String value = Shown.value(words, units.getOrDefault(key, Unit.COUNT), cell.state(), cell.value());
                boolean rows = opens && frozen.containsKey(key);
                List<Cell> cells = new ArrayList<>(List.of(
                        Cell.of(Shown.measure(words, key.measure())),
                        Cell.of(Shown.indicator(words, key.measure(), key.indicator())),
                        rows ? Cell.number(value, rows(one(), key, "", "")) : Cell.number(value)));
                before.ifPresent(e -> cells.add(entered(e, key)));
                if (targets.any()) {
                    cells.add(target(targets, key, units.get(key)));
                }
                lines.add(Table.Line.of(cells));
            }
        });
        return Block.Card.of(
                words.text("page.revision.figures"),
                Table.of(columns, lines)
                        .caption(words.text("page.revision.figures"))
                        .scrolls());
    }

    /** What last year was entered with, and by whom. */
    private Cell entered(Entered before, Snapshot.Key key) {
        return before.find(key.measure(), key.indicator())
                .map(f -> Cell.number(Shown.value(words, f.unit(), f.state(), f.value()))
                        .small(before.of(key.measure())
                                .flatMap(ArchiveEntry::source)
                                .map(s -> ArchiveWords.source(words, s))
                                .orElse("")))
                .orElseGet(() -> Cell.number(""));
    }

    private Cell target(YearTargets targets, Snapshot.Key key, Unit unit) {
        return targets.of(key.measure(), key.indicator(), unit)
                .map(aim ->
                        Cell.number(Shown.number(words, unit, aim.value())).small(Shown.ground(words, aim.ground())))
                .orElseGet(() -> Cell.number(""));
    }

    /** The address of rows. @param against another revision or now, "" for this one's own */
    static String rows(Submission of, Snapshot.Key key, String against, String side) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("measure", key.measure());
        asked.put("indicator", key.indicator());
        asked.put("territory", key.territory());
        asked.put("against", against);
        asked.put("side", side);
        StringBuilder address = new StringBuilder(href(of) + "/rows");
        asked.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.append(address.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(value);
            }
        });
        return address.toString();
    }
}
