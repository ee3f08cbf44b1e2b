package kz.jolkarta.registry.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.registry.children.ChildRules;

/** Understands what a row says beside the child itself: categories, talents, the representative. */
final class SupportCells {
    private static final WordList TALENTS = WordList.load("talents.properties");

    private SupportCells() {}

    static Map<Category, Boolean> categories(CellNotes notes) {
        Map<Category, Boolean> categories = new EnumMap<>(Category.class);
        for (String word : notes.text(Column.CATEGORIES).split("[,;/\\n]")) {
            Optional<Category> category = RowReader.WORDS.meaning(word).flatMap(SupportCells::category);
            if (category.isPresent()) {
                categories.put(category.get(), true);
            } else if (!word.isBlank()
                    && RowReader.WORDS.meaning(word).filter("no"::equals).isEmpty()) {
                notes.warning(Column.CATEGORIES, "category-unknown", word.strip());
            }
        }
        flag(notes, Column.LARGE_FAMILY).ifPresent(f -> categories.merge(Category.LARGE_FAMILY, f, Boolean::logicalOr));
        flag(notes, Column.ASP).ifPresent(f -> categories.merge(Category.ASP, f, Boolean::logicalOr));
        return categories;
    }

    private static Optional<Category> category(String meaning) {
        String name = meaning.toUpperCase(Locale.ROOT).replace('-', '_');
        return List.of(Category.values()).stream()
                .filter(c -> c.name().equals(name))
                .findFirst();
    }

    private static Optional<Boolean> flag(CellNotes notes, Column column) {
        String text = notes.text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Boolean> flag = RowReader.WORDS
                .meaning(text)
                .filter(m -> m.equals("yes") || m.equals("no"))
                .map("yes"::equals);
        if (flag.isEmpty()) {
            notes.warning(column, "flag-unreadable");
        }
        return flag;
    }

    static List<Line.Talent> talents(CellNotes notes) {
        String text = notes.text(Column.TALENT);
        if (text.isEmpty()) {
            return List.of();
        }
        List<Line.Talent> talents = new ArrayList<>();
        boolean whole = TALENTS.meaning(text).isPresent();
        for (String word : whole ? new String[] {text} : text.split("[,;/\\n]")) {
            String subject = word.strip().replaceAll("\\s+", " ");
            if (subject.isEmpty()) {
                continue;
            }
            Optional<String> field = TALENTS.meaning(subject);
            if (field.isEmpty()) {
                notes.warning(Column.TALENT, "talent-unknown", subject);
            }
            talents.add(new Line.Talent(
                    TalentField.valueOf(field.orElse(TalentField.INTELLECTUAL.name())), RowReader.clip(subject, 200)));
        }
        return talents;
    }

    static String relation(CellNotes notes) {
        return RowReader.WORDS
                .meaning(notes.text(Column.RELATION))
                .filter(List.of("mother", "father", "guardian")::contains)
                .map(r -> r.toUpperCase(Locale.ROOT))
                .orElse("");
    }

    /** A telephone is the representative's. */
    static String phone(CellNotes notes, String representative) {
        String text = notes.text(Column.PHONE).replaceAll("\\s+", " ");
        if (!text.isEmpty() && representative.isEmpty()) {
            notes.warning(Column.PHONE, "phone-alone");
            return "";
        }
        if (!text.isEmpty() && ChildRules.phone(text).isPresent()) {
            notes.warning(Column.PHONE, "phone-unreadable");
            return "";
        }
        return text;
    }
}
