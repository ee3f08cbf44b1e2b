package kz.jolkarta.registry.entitlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.registry.RegionSets;
import kz.jolkarta.registry.entitlement.Programme.Offer;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.Place;
import kz.jolkarta.registry.records.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What every answer about entitlements begins with: the year, the measures that are offered, and the pass over the children. */
@Component(service = Sweeps.class)
public final class Sweeps {
    private static final int KNOWN = 300;

    private final Remembered<Asked, Sweep> sweeps;
    private final Remembered<Alarmed, AlarmStore.Pass> passes;
    private final Remembered<Offered, Programme> programmes;
    private final Ledger ledger;
    private final RegionSets regions;
    private final Gazetteer gazetteer;
    private final Texts texts;

    /** Who looks at a page does not wait for a long pass; what is sent or frozen has to be that of its moment. */
    enum Freshness {
        KNOWN,
        OF_THE_MOMENT
    }

    private record Asked(Scope scope, Period period, List<Offer> offers) {}

    private record Offered(Scope scope, LocalDate day, List<Installed> measures) {}

    private record Alarmed(Scope scope, LocalDate today, int days) {}

    @Activate
    public Sweeps(
            @Reference Ledger ledger,
            @Reference RegionSets regions,
            @Reference Gazetteer gazetteer,
            @Reference Texts texts) {
        this.ledger = ledger;
        this.sweeps = new Remembered<>(ledger.database(), KNOWN);
        this.passes = new Remembered<>(ledger.database(), KNOWN);
        this.programmes = new Remembered<>(ledger.database(), KNOWN);
        this.regions = regions;
        this.gazetteer = gazetteer;
        this.texts = texts;
    }

    Ledger ledger() {
        return ledger;
    }

    /**
     * The year until today, or until its last day.
     *
     * @param year this year when it is empty
     * @throws Problem INVALID at {@code year} for one to come
     */
    Period period(Optional<Integer> year) {
        LocalDate today = ledger.clock().today();
        if (year.filter(y -> y > today.getYear()).isPresent()) {
            throw Problem.field("year", "entitlement.year-to-come", String.valueOf(today.getYear()));
        }
        return Period.of(year.orElse(today.getYear()), today);
    }

    Programme programme(Scope scope, Period period) {
        List<Installed> measures = ledger.measures().installed();
        return programmes.of(
                new Offered(scope, period.day(), measures),
                () -> Programme.of(measures, regions, gazetteer, scope, period.day()));
    }

    /** @throws Problem NOT_FOUND for a measure that is not installed; INVALID at {@code measure} for one without kinds for children */
    Offer offer(String measure, List<Offer> offers) {
        ledger.measures().require(measure);
        return offers.stream()
                .filter(o -> o.code().equals(measure))
                .findFirst()
                .orElseThrow(() -> Problem.field("measure", "entitlement.no-kinds"));
    }

    /**
     * Not to be changed: it is kept for all who ask, and while a new one that takes long is worked out.
     *
     * @param offers all of the scope, so that the overview and the lists of its measures have one
     */
    Sweep sweep(Scope scope, Period period, List<Offer> offers, Freshness freshness) {
        Supplier<Sweep> work = () -> ledger.database().read(tx -> Sweep.over(tx, scope, period, offers));
        Asked asked = new Asked(scope, period, offers);
        return freshness == Freshness.OF_THE_MOMENT
                ? sweeps.of(asked, work)
                : sweeps.dated(asked, ledger.clock().now(), work).answer();
    }

    /** The same for the alarms. @param days of silence */
    AlarmStore.Pass pass(Scope scope, LocalDate today, int days, Freshness freshness) {
        Supplier<AlarmStore.Pass> work = () -> ledger.database()
                .read(tx ->
                        AlarmStore.over(tx, scope, today, days, ledger.clock().zone()));
        Alarmed asked = new Alarmed(scope, today, days);
        return freshness == Freshness.OF_THE_MOMENT
                ? passes.of(asked, work)
                : passes.dated(asked, ledger.clock().now(), work).answer();
    }

    Place place(String code, Language language) {
        return gazetteer.place(code, language);
    }

    /** Code of the second-level unit of a place, of the region where there is none. */
    String district(String territory) {
        return gazetteer.district(territory).map(d -> d.code()).orElse(territory);
    }

    /** Codes of all second-level units of the regions of the day. */
    List<String> districts(LocalDate day) {
        return gazetteer.regions(day).stream()
                .flatMap(region -> gazetteer.districts(region.code()).stream())
                .map(d -> d.code())
                .toList();
    }

    String text(Language language, Message message) {
        return texts.text(language, message);
    }
}
