package kz.jolkarta.registry.figures;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToLongFunction;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures.Wanted;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.registry.figures.Organisations.Fact;

/** Counts organisations: the pupils of the target group are those of the census, of whom the criteria have been asked already. */
final class OrganisationStore {
    /** Gets an organisation. */
    @FunctionalInterface
    interface Visitor {
        /** @param digits the first four of its territory @param values by the number of the wanted figure */
        void organisation(String digits, IntToLongFunction values);
    }

    private final Organisations reading;
    private final List<Wanted> wanted;

    /** The organisations of which a fact is true, by the measure it is about, "" for none. */
    private final Map<Fact, Map<String, Set<Long>>> facts = new EnumMap<>(Fact.class);

    private OrganisationStore(Organisations reading, List<Wanted> wanted) {
        this.reading = reading;
        this.wanted = wanted;
    }

    /** @param censuses of the children of the scope */
    static void each(Tx tx, Organisations reading, List<Wanted> wanted, Collection<Census> censuses, Visitor visitor) {
        OrganisationStore store = new OrganisationStore(reading, wanted);
        wanted.forEach(w -> reading.condition(w.measure(), (Selection.Organisations) w.selection()));
        boolean many = censuses.stream().anyMatch(Census::whole);
        reading.facts().forEach(fact -> store.read(tx, fact, many));
        if (reading.facts().contains(Fact.PUPIL)) {
            Set<Long> schools = store.facts.get(Fact.PUPIL).computeIfAbsent("", m -> new HashSet<>());
            censuses.forEach(c -> c.schools(ChildRows.Members.REGISTERED, Criterion.targetGroup(), schools::add));
        }
        tx.each(
                "select o.id, substr(o.territory, 1, 4) as d, o.kind, coalesce(o.capacity, 0) as capacity from organisation o where "
                        + reading.where(),
                reading.frame.binds().params(),
                row -> store.visit(row, visitor));
    }

    private void read(Tx tx, Fact fact, boolean many) {
        Map<String, Set<Long>> found = facts.computeIfAbsent(fact, f -> new HashMap<>());
        reading.counted(fact, many)
                .ifPresent(source -> tx.each(
                        source,
                        reading.frame.binds().params(),
                        row -> found.computeIfAbsent(row.text("measure"), m -> new HashSet<>())
                                .add(row.number("organisation_id"))));
    }

    private void visit(Row row, Visitor visitor) {
        long id = row.number("id");
        OrganisationKind kind = row.value("kind", OrganisationKind.class);
        long capacity = row.number("capacity");
        visitor.organisation(row.text("d"), i -> {
            Wanted w = wanted.get(i);
            Selection.Organisations selection = (Selection.Organisations) w.selection();
            boolean chosen = (selection.kinds().isEmpty() || selection.kinds().contains(kind))
                    && Organisations.facts(selection.having()).entrySet().stream()
                            .allMatch(e -> is(e.getKey(), w.measure(), id) == e.getValue());
            return chosen ? w.amount().isPresent() ? capacity : 1 : 0;
        });
    }

    private boolean is(Fact fact, String measure, long organisation) {
        return facts.get(fact)
                .getOrDefault(fact.ofMeasure() ? measure : "", Set.of())
                .contains(organisation);
    }
}
