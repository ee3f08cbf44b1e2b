package kz.jolkarta.registry.children;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.registry.children.ChildStore.Kept;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.Place;

/** The columns of a list of children, called and filled in a language as an import understands them, so that a list can come back; an import passes over the last. */
final class ChildColumns {
    private static final List<String> NAMES = List.of(
            "iin",
            "document-kind",
            "document-number",
            "no-iin-reason",
            "surname",
            "given-name",
            "patronymic",
            "birth-date",
            "sex",
            "school",
            "class",
            "language",
            "territory",
            "settlement",
            "district",
            "address",
            "large-family",
            "asp",
            "categories",
            "talent",
            "representative",
            "relation",
            "phone",
            "consent");

    private final Texts texts;
    private final Language language;
    private final Gazetteer gazetteer;
    private final LocalDate today;

    ChildColumns(Texts texts, Language language, Gazetteer gazetteer, LocalDate today) {
        this.texts = texts;
        this.language = language;
        this.gazetteer = gazetteer;
        this.today = today;
    }

    String sheet() {
        return texts.text(language, "child.list");
    }

    List<String> headings() {
        return Stream.concat(NAMES.stream().map("import.column."::concat), Stream.of("page.children.not-reached"))
                .map(key -> texts.text(language, key))
                .toList();
    }

    List<Object> cells(
            Kept child,
            List<CategoryPeriod> periods,
            List<TalentEntry> talents,
            List<Representative> representatives,
            List<ConsentEntry> consents,
            List<Integer> missed) {
        ChildData data = child.data();
        List<Category> categories = ChildViews.valid(periods, today);
        Optional<Representative> representative = representatives.stream().findFirst();
        Place place = gazetteer.place(data.territory(), language);
        List<Object> cells = new ArrayList<>(NAMES.size() + 1);
        cells.add(data.iin());
        cells.add(data.documentKind());
        cells.add(data.documentNumber());
        cells.add(data.noIinReason());
        cells.add(data.surname());
        cells.add(data.givenName());
        cells.add(data.patronymic());
        cells.add(data.birthDate());
        cells.add(word("sex", data.sex()));
        cells.add(child.schoolName());
        cells.add(form(data));
        cells.add(data.language() == null ? null : language(data.language()));
        cells.add(data.territory());
        cells.add(place.name());
        cells.add(place.district());
        cells.add(data.address());
        cells.add(flag(categories.contains(Category.LARGE_FAMILY)));
        cells.add(flag(categories.contains(Category.ASP)));
        cells.add(categories.stream()
                .filter(c -> c != Category.LARGE_FAMILY && c != Category.ASP)
                .map(c -> word("category", c))
                .collect(Collectors.joining("; ")));
        cells.add(talents.stream()
                .map(t -> t.subject() == null ? word("talent", t.field()) : t.subject())
                .distinct()
                .collect(Collectors.joining("; ")));
        cells.add(representative.map(Representative::name).orElse(null));
        cells.add(representative
                .map(Representative::relation)
                .filter(r -> r != Representative.Relation.OTHER)
                .map(r -> word("relation", r))
                .orElse(null));
        cells.add(representative.map(Representative::phone).orElse(null));
        cells.add(consents.stream()
                .filter(c -> c.purpose() == ConsentPurpose.PROCESSING && c.withdrawnOn() == null)
                .map(ConsentEntry::givenOn)
                .max(Comparator.naturalOrder())
                .orElse(null));
        cells.add(missed.stream().map(String::valueOf).collect(Collectors.joining("; ")));
        return cells;
    }

    private static String form(ChildData data) {
        return Stream.of(data.grade(), data.gradeLetter())
                .filter(part -> part != null)
                .map(Object::toString)
                .collect(Collectors.joining());
    }

    private String language(String code) {
        String key = "child.word.language." + code;
        return texts.has(key) ? texts.text(language, key) : code;
    }

    private String flag(boolean holds) {
        return texts.text(language, holds ? "child.word.yes" : "child.word.no");
    }

    private String word(String kind, Enum<?> value) {
        return texts.text(language, "child.word." + kind + "." + Json.name(value));
    }
}
