package kz.jolkarta.registry.roadmaps;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import kz.jolkarta.core.files.Paper;
import kz.jolkarta.core.files.Paper.Block;
import kz.jolkarta.core.files.Paper.Fact;
import kz.jolkarta.core.files.Paper.Facts;
import kz.jolkarta.core.files.Paper.Heading;
import kz.jolkarta.core.files.Paper.Signatures;
import kz.jolkarta.core.files.Paper.Text;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.registry.roadmaps.PrintedMap.Parent;

/** A road map laid out as its form has it; what the form says of a section's readers holds for the print too. */
final class RoadMapPaper {
    private static final int LINES_TO_WRITE = 4;

    private final PrintWords words;
    private final PrintedMap map;
    private final RoadMapTables tables;
    private final List<Block> blocks = new ArrayList<>();

    private RoadMapPaper(PrintWords words, PrintedMap map) {
        this.words = words;
        this.map = map;
        this.tables = new RoadMapTables(words, map);
    }

    static Paper of(PrintWords words, PrintedMap map) {
        return new RoadMapPaper(words, map).paper();
    }

    private Paper paper() {
        List<FormSection> sections = map.form().sections();
        lead(sections, FormSection.Kind.PASSPORT, "print.passport");
        for (FormSection section : sections) {
            if (reads(section.readers()) || section.fields().stream().anyMatch(f -> reads(section.readers(f)))) {
                blocks.add(new Heading(words.name(section.names())));
                if (reads(section.readers())) {
                    filled(section.kind());
                }
                typed(section);
            }
        }
        lead(sections, FormSection.Kind.PLAN, "print.plan");
        lead(sections, FormSection.Kind.CONCLUSION, "print.conclusion");
        blocks.add(signatures());
        String year = words.schoolYear(map.schoolYear());
        return new Paper(
                words.language(),
                words.text("print.title", year),
                blocks,
                words.text("print.footer", map.pupil().name(), year));
    }

    /** A form without such a section gets it all the same: without the child, the steps and the conclusion it is no road map. */
    private void lead(List<FormSection> sections, FormSection.Kind kind, String heading) {
        if (sections.stream().noneMatch(s -> s.kind() == kind)) {
            blocks.add(new Heading(words.text(heading)));
            filled(kind);
        }
    }

    private boolean reads(Readers readers) {
        return map.rights().contains(readers.read());
    }

    private void filled(FormSection.Kind kind) {
        switch (kind) {
            case FIELDS -> {}
            case PASSPORT -> blocks.add(passport());
            case TALENTS -> blocks.addAll(tables.talents());
            case DIAGNOSTICS -> blocks.addAll(tables.diagnostics());
            case MARKS -> blocks.addAll(tables.marks());
            case ACHIEVEMENTS -> blocks.addAll(tables.achievements());
            case PLAN -> blocks.addAll(tables.plan());
            case MENTORS -> blocks.addAll(tables.mentors());
            case SUPPORT -> blocks.addAll(tables.support());
            case CONCLUSION -> conclusion();
        }
    }

    private void typed(FormSection section) {
        List<Fact> facts = section.fields().stream()
                .filter(field -> reads(section.readers(field)))
                .map(field -> new Fact(words.name(field.names()), value(field)))
                .toList();
        if (!facts.isEmpty()) {
            blocks.add(new Facts(facts));
        }
    }

    private String value(FormField field) {
        Object value = map.content().get(field.code());
        if (value == null) {
            return "";
        }
        String text = String.valueOf(value);
        return switch (field.kind()) {
            case TEXT, LONG_TEXT -> text;
            case DATE -> words.day(LocalDate.parse(text));
            case NUMBER -> number(text);
            case CHOICE ->
                field.choices().stream()
                        .filter(choice -> choice.code().equals(text))
                        .findFirst()
                        .map(choice -> words.name(choice.names()))
                        .orElse(text);
        };
    }

    private String number(String text) {
        String plain = new BigDecimal(text).toPlainString();
        return words.language() == Language.EN ? plain : plain.replace('.', ',');
    }

    private Facts passport() {
        PrintedMap.Pupil pupil = map.pupil();
        PrintedMap.Parts parts = map.parts();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("print.name", pupil.name()));
        if (pupil.iin().isEmpty() && !pupil.document().isEmpty()) {
            facts.add(fact("print.document", tables.number(pupil.document())));
        } else {
            facts.add(fact("print.iin", tables.number(pupil.iin())));
        }
        facts.add(fact("print.birth-date", words.day(pupil.birthDate())));
        facts.add(fact("print.sex", words.word("child.word.sex.", pupil.sex())));
        facts.add(fact("print.school", pupil.school()));
        facts.add(fact("print.class", pupil.form()));
        facts.add(fact(
                "print.language",
                pupil.language().isEmpty() ? "" : words.word("child.word.language.", pupil.language())));
        facts.add(fact("print.residence", PrintWords.list(Stream.of(words.place(pupil.residence()), pupil.address()))));
        facts.add(fact("print.categories", PrintWords.lines(parts.categories(), tables::category)));
        facts.add(fact("print.representatives", PrintWords.lines(parts.representatives(), this::parent)));
        facts.add(fact("print.consent", PrintWords.lines(parts.consents(), tables::consent)));
        if (!pupil.coordinator().isEmpty()) {
            facts.add(fact("print.coordinator", pupil.coordinator()));
        }
        facts.add(fact("print.state", state()));
        return new Facts(facts);
    }

    private Fact fact(String key, String value) {
        return new Fact(words.text(key), value);
    }

    private String parent(Parent parent) {
        String relation = parent.relation().equals("OTHER")
                ? ""
                : words.word("child.word.relation.", parent.relation().toLowerCase(Locale.ROOT));
        return PrintWords.list(Stream.of(parent.name(), relation, parent.phone()));
    }

    private String state() {
        List<String> lines = new ArrayList<>();
        lines.add(words.text(RoadMapState.MOVES.name(map.state())));
        lines.add(words.text("print.drawn-up", words.day(map.drawnUpOn())));
        map.agreedOn()
                .ifPresent(day -> lines.add(
                        PrintWords.list(Stream.of(words.text("print.agreed", words.day(day)), map.agreedWith()))));
        map.approvedOn().ifPresent(day -> lines.add(words.text("print.approved", words.day(day))));
        map.closedOn().ifPresent(day -> lines.add(words.text("print.closed", words.day(day))));
        return PrintWords.lines(lines.stream());
    }

    private void conclusion() {
        if (!map.conclusion().isBlank()) {
            blocks.add(new Text(map.conclusion()));
            return;
        }
        Fact[] lines = new Fact[LINES_TO_WRITE];
        Arrays.fill(lines, new Fact("", ""));
        lines[0] = fact("print.year-conclusion", "");
        blocks.add(new Facts(List.of(lines)));
    }

    private Signatures signatures() {
        PrintedMap.Pupil pupil = map.pupil();
        String parent = map.agreedWith().isEmpty()
                ? map.parts().representatives().stream()
                        .findFirst()
                        .map(Parent::name)
                        .orElse("")
                : map.agreedWith();
        Map<String, String> who = new LinkedHashMap<>();
        who.put("print.sign.parent", parent);
        who.put("print.sign.head", pupil.director());
        who.put("print.sign.coordinator", pupil.coordinator());
        return new Signatures(who.entrySet().stream()
                .map(e -> PrintWords.lines(Stream.of(words.text(e.getKey()), e.getValue())))
                .toList());
    }
}
