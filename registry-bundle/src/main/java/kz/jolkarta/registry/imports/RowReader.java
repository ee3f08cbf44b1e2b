package kz.jolkarta.registry.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.files.Sheets.SheetRow;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.registry.children.ChildRules;
import kz.jolkarta.registry.children.Iin;

/** Understands a row of a list without knowing any child: what can be repaired is, what cannot is named. Never throws for a row. */
final class RowReader {
    static final WordList WORDS = WordList.load("words.properties");
    private static final Pattern CLASS = Pattern.compile(
            "(\\d{1,2})\\s*[-–.]?\\s*(?:класс|сынып|сын\\.?|кл\\.?|grade)?\\s*[-–.]?\\s*[«\"“'(]?\\s*(\\p{L}{1,2})?\\s*[»\"”')]?\\s*(?:класс|сынып|кл\\.?)?");
    /** Columns without which the end of a row is called cut off. */
    private static final int CUT_FROM = 3;

    private static final int REPRESENTATIVE_LENGTH = 300;

    private final Layout layout;
    private final PlaceCells places;
    private final LocalDate today;

    /** @param scope where the settlements of the list may lie */
    RowReader(Layout layout, Places places, Scope scope, LocalDate today) {
        this.layout = layout;
        this.places = new PlaceCells(layout, places, scope);
        this.today = today;
    }

    Line read(SheetRow row) {
        CellNotes notes = new CellNotes(row, layout);
        if (notes.missingAtEnd() >= CUT_FROM) {
            notes.warning(Column.IGNORED, "row-short", String.valueOf(notes.missingAtEnd()));
        }
        String iin = Numbers.read(notes);
        String[] document = document(notes, iin);
        String[] name = name(notes);
        Optional<LocalDate> birth = birthDate(notes, iin);
        Optional<Sex> sex = sex(notes, iin);
        differences(notes, iin, birth, sex);
        String territory = places.territory(notes);
        OptionalInt grade = OptionalInt.empty();
        String letter = "";
        Optional<Object[]> form = form(notes);
        if (form.isPresent()) {
            grade = OptionalInt.of((Integer) form.get()[0]);
            letter = (String) form.get()[1];
        }
        Optional<LocalDate> consent = consent(notes);
        String representative = clipped(
                notes, Column.REPRESENTATIVE, Names.tidy(notes.text(Column.REPRESENTATIVE)), REPRESENTATIVE_LENGTH);
        List<Column> missing = new ArrayList<>();
        require(missing, Column.GIVEN_NAME, !name[1].isEmpty());
        require(missing, Column.BIRTH_DATE, birth.isPresent());
        require(missing, Column.SEX, sex.isPresent());
        require(missing, Column.TERRITORY, !territory.isEmpty());
        return new Line(
                row.number(),
                iin,
                document[0],
                document[1],
                document[2],
                name[0],
                name[1],
                name[2],
                birth,
                sex,
                territory,
                plain(notes, Column.ADDRESS, 300),
                plain(notes, Column.SCHOOL, 300),
                grade,
                letter,
                language(notes),
                SupportCells.categories(notes),
                SupportCells.talents(notes),
                representative,
                SupportCells.relation(notes),
                SupportCells.phone(notes, representative),
                consent,
                missing,
                notes.remarks());
    }

    /** What the row as a whole lacks is said only of cells about which nothing else was said. */
    private static void require(List<Column> missing, Column column, boolean there) {
        if (!there) {
            missing.add(column);
        }
    }

    private String[] document(CellNotes notes, String iin) {
        String kind = plain(notes, Column.DOCUMENT_KIND, 40);
        String number = plain(notes, Column.DOCUMENT_NUMBER, 40);
        String reason = plain(notes, Column.NO_IIN_REASON, 300);
        boolean numberGiven = !notes.text(Column.IIN).isEmpty();
        if (iin.isEmpty() && !numberGiven) {
            if (kind.isEmpty() && number.isEmpty()) {
                notes.rejected(Column.IIN, "iin-missing");
            } else if (ChildRules.document(kind, number, reason).isPresent()) {
                Column column = number.isEmpty()
                        ? Column.DOCUMENT_NUMBER
                        : kind.isEmpty() ? Column.DOCUMENT_KIND : Column.NO_IIN_REASON;
                notes.rejected(column, "document-incomplete");
            }
        }
        return new String[] {kind, number, reason};
    }

    private String[] name(CellNotes notes) {
        String surname = part(notes, Column.SURNAME);
        String given = part(notes, Column.GIVEN_NAME);
        String patronymic = part(notes, Column.PATRONYMIC);
        if (layout.has(Column.FULL_NAME)
                && given.isEmpty()
                && notes.text(Column.GIVEN_NAME).isEmpty()) {
            String[] words = part(notes, Column.FULL_NAME).split(" ", 3);
            if (words.length > 1) {
                surname = words[0];
                given = words[1];
                patronymic = words.length > 2 ? words[2] : "";
            } else if (!words[0].isEmpty()) {
                notes.rejected(Column.FULL_NAME, "full-name-one-word");
            }
        }
        return new String[] {surname, given, patronymic};
    }

    private String part(CellNotes notes, Column column) {
        int index = layout.index(column);
        String text = notes.text(column);
        if (index < 0 || text.isEmpty()) {
            return "";
        }
        String tidy = Names.tidy(text);
        int longest = column == Column.FULL_NAME ? 3 * ChildRules.NAME_LENGTH : ChildRules.NAME_LENGTH;
        if (tidy.length() > longest) {
            notes.rejected(column, "name-long", String.valueOf(longest));
            return "";
        }
        for (String piece : column == Column.FULL_NAME ? tidy.split(" ") : new String[] {tidy}) {
            if (ChildRules.name(piece).isPresent()) {
                notes.rejected(column, "name-letters");
                return "";
            }
        }
        if (!tidy.equals(notes.raw(column))) {
            notes.repaired(column, "name-tidied", tidy);
        }
        return tidy;
    }

    private Optional<LocalDate> birthDate(CellNotes notes, String iin) {
        String text = notes.text(Column.BIRTH_DATE);
        Optional<LocalDate> ofNumber = Iin.of(iin).map(Iin::birthDate);
        if (text.isEmpty()) {
            ofNumber.filter(d -> layout.has(Column.BIRTH_DATE))
                    .ifPresent(d -> notes.repaired(Column.BIRTH_DATE, "birth-from-iin", shown(d)));
            return ofNumber.filter(d -> layout.has(Column.BIRTH_DATE));
        }
        Optional<Dates.Day> day = Dates.read(text, today);
        if (day.isEmpty()) {
            notes.rejected(
                    Column.BIRTH_DATE,
                    ofNumber.isPresent() ? "birth-unreadable-iin" : "birth-unreadable",
                    ofNumber.map(RowReader::shown).orElse(""));
            return Optional.empty();
        }
        LocalDate date = day.get().date();
        if (ChildRules.birthDate(date, today).isPresent()) {
            notes.rejected(Column.BIRTH_DATE, "birth-range", String.valueOf(ChildRules.MAX_AGE));
            return Optional.empty();
        }
        if (!day.get().usual() && !notes.isDate(Column.BIRTH_DATE)) {
            notes.repaired(Column.BIRTH_DATE, "date-form", shown(date));
        }
        return Optional.of(date);
    }

    private Optional<Sex> sex(CellNotes notes, String iin) {
        String text = notes.text(Column.SEX);
        Optional<Sex> said = WORDS.meaning(text)
                .filter(m -> m.equals("male") || m.equals("female"))
                .map(m -> Sex.valueOf(m.toUpperCase(Locale.ROOT)));
        if (said.isPresent()) {
            return said;
        }
        Optional<Sex> ofNumber = Iin.of(iin).map(Iin::sex);
        if (!layout.has(Column.SEX)) {
            return ofNumber;
        }
        if (ofNumber.isPresent()) {
            notes.repaired(Column.SEX, "sex-from-iin", "@" + sexKey(ofNumber.get()));
        } else if (!text.isEmpty()) {
            notes.rejected(Column.SEX, "sex-unreadable");
        }
        return ofNumber;
    }

    private static String sexKey(Sex sex) {
        return "import.sex." + sex.name().toLowerCase(Locale.ROOT);
    }

    private static void differences(CellNotes notes, String iin, Optional<LocalDate> birth, Optional<Sex> sex) {
        if (iin.isEmpty()) {
            return;
        }
        Iin number = new Iin(iin);
        birth.filter(b -> !b.equals(number.birthDate()))
                .ifPresent(b -> notes.warning(Column.BIRTH_DATE, "iin-other-date", shown(number.birthDate())));
        sex.filter(s -> s != number.sex()).ifPresent(s -> notes.warning(Column.SEX, "iin-other-sex"));
    }

    private Optional<Object[]> form(CellNotes notes) {
        Column column = layout.has(Column.CLASS) && !notes.text(Column.CLASS).isEmpty() ? Column.CLASS : Column.GRADE;
        String text = notes.text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher m = CLASS.matcher(text.replaceFirst("[.,]0+$", ""));
        if (!m.matches()) {
            notes.warning(column, "class-unreadable");
            return Optional.empty();
        }
        int grade = Integer.parseInt(m.group(1));
        if (ChildRules.grade(grade).isPresent()) {
            notes.rejected(column, "grade-range", String.valueOf(ChildRules.MAX_GRADE));
            return Optional.empty();
        }
        String letter = m.group(2) == null ? notes.text(Column.GRADE_LETTER) : m.group(2);
        letter = letter.replaceAll("[«»\"“”'\\s]", "").toUpperCase(Locale.ROOT);
        if (!letter.isEmpty() && ChildRules.gradeLetter(letter).isPresent()) {
            notes.warning(Column.GRADE_LETTER, "letter-unreadable");
            letter = "";
        }
        return Optional.of(new Object[] {grade, letter});
    }

    private String language(CellNotes notes) {
        String text = notes.text(Column.LANGUAGE);
        Optional<String> language =
                WORDS.meaning(text).filter(m -> m.startsWith("language-")).map(m -> m.substring("language-".length()));
        if (!text.isEmpty() && language.isEmpty()) {
            notes.warning(Column.LANGUAGE, "language-unreadable");
        }
        return language.orElse("");
    }

    private Optional<LocalDate> consent(CellNotes notes) {
        String text = notes.text(Column.CONSENT);
        if (text.isEmpty()) {
            if (layout.has(Column.CONSENT)) {
                notes.warning(Column.CONSENT, "consent-missing");
            }
            return Optional.empty();
        }
        Optional<Dates.Day> day = Dates.read(text, today);
        if (day.isEmpty() || ChildRules.pastDate(day.get().date(), today).isPresent()) {
            notes.warning(Column.CONSENT, "consent-unreadable");
            return Optional.empty();
        }
        if (!day.get().usual() && !notes.isDate(Column.CONSENT)) {
            notes.repaired(Column.CONSENT, "date-form", shown(day.get().date()));
        }
        return Optional.of(day.get().date());
    }

    private static String plain(CellNotes notes, Column column, int most) {
        return clipped(notes, column, notes.text(column).replaceAll("[\\s\\p{Cntrl}]+", " "), most);
    }

    private static String clipped(CellNotes notes, Column column, String text, int most) {
        if (text.length() > most) {
            notes.warning(column, "text-long", String.valueOf(most));
        }
        return clip(text, most);
    }

    static String clip(String text, int most) {
        return text.length() > most ? text.substring(0, most).strip() : text;
    }

    static String shown(LocalDate date) {
        return String.format(Locale.ROOT, "%02d.%02d.%04d", date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }
}
