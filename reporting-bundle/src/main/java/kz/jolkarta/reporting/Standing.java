package kz.jolkarta.reporting;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.registry.RegionSets;
import kz.jolkarta.core.registry.RegionSets.Absence;

/** Which measures a region reports on at all, on one day; of the others, what stands in the cell instead of a figure, and why. */
final class Standing {
    /** @param reason in the reader's language */
    record Verdict(Cell.State state, String reason) {}

    private final RegionSets sets;
    private final Texts texts;
    private final Language language;
    private final LocalDate day;
    private final Map<String, Map<String, Absence>> absences = new HashMap<>();
    private Optional<List<String>> withCentre = Optional.empty();

    Standing(RegionSets sets, Texts texts, Language language, LocalDate day) {
        this.sets = sets;
        this.texts = texts;
        this.language = language;
        this.day = day;
    }

    /** Empty when the measure is reported on; the country and several units of one reader always do. */
    Optional<Verdict> of(Installed measure, Area area) {
        return area.code().isEmpty()
                ? Optional.empty()
                : of(
                        measure,
                        area.scope().prefixes().stream().map(Standing::region).toList());
    }

    /** The same for a place among those of the country; empty for the country's own. */
    Optional<Verdict> of(Installed measure, String place) {
        return place.isEmpty() ? Optional.empty() : of(measure, List.of(region(place)));
    }

    private static String region(String digits) {
        return digits.substring(0, 2) + "0000000";
    }

    private Optional<Verdict> of(Installed measure, List<String> regions) {
        if (measure.reach() == Reach.MINISTRY) {
            return notApplicable("report.reason.ministry");
        }
        if (measure.reach() == Reach.WITH_CENTRE && regions.stream().noneMatch(withCentre()::contains)) {
            return notApplicable("report.reason.no-centre");
        }
        List<Absence> absent = regions.stream()
                .flatMap(r -> Optional.ofNullable(absences(r).get(measure.code())).stream())
                .toList();
        // A region of a past year may be several of today's: it does not carry the measure out when none of them does.
        return absent.size() < regions.size()
                ? Optional.empty()
                : Optional.of(new Verdict(Cell.State.NOT_RUN, absent.get(0).reason()));
    }

    private Optional<Verdict> notApplicable(String reason) {
        return Optional.of(new Verdict(Cell.State.NOT_APPLICABLE, texts.text(language, reason)));
    }

    private List<String> withCentre() {
        if (withCentre.isEmpty()) {
            withCentre = Optional.of(
                    sets.withCentre(day).stream().map(Standing::region).toList());
        }
        return withCentre.get();
    }

    private Map<String, Absence> absences(String region) {
        return absences.computeIfAbsent(region, r -> sets.absences(r, day));
    }
}
