package kz.jolkarta.registry.organisations;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.registry.Schools;
import kz.jolkarta.registry.RegistrySchema;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells the kernel of schools: where they are and what they are called. */
@Component(service = Schools.class)
public final class SchoolPlaces implements Schools {
    private final Database database;
    private final Gazetteer gazetteer;

    /** @param schema only that the tables are there */
    @Activate
    public SchoolPlaces(
            @Reference Database database, @Reference Gazetteer gazetteer, @Reference RegistrySchema schema) {
        this.database = database;
        this.gazetteer = gazetteer;
    }

    @Override
    public Optional<String> place(long id) {
        return database.read(tx -> OrganisationStore.school(tx, id));
    }

    @Override
    public List<School> search(Scope scope, String text, int most, Language language) {
        OrganisationFilter open = OrganisationFilter.open(Optional.of(OrganisationKind.SCHOOL), Optional.empty(), text);
        return list(open.query(scope), most).stream()
                .map(o -> new School(o.id(), called(o, language)))
                .toList();
    }

    @Override
    public Map<Long, String> names(Collection<Long> ids, Language language) {
        Query query = new Query()
                .and("o.kind = :kind", "kind", OrganisationKind.SCHOOL)
                .and("o.id in (:ids)");
        return list(query.with("ids", ids), Math.max(1, ids.size())).stream()
                .collect(Collectors.toMap(Organisation::id, o -> called(o, language)));
    }

    private List<Organisation> list(Query query, int most) {
        return database.read(tx -> OrganisationStore.list(tx, query, false, new Paging(most, "")));
    }

    private String called(Organisation school, Language language) {
        return OrganisationChoice.called(school.at(gazetteer.place(school.code(), language)));
    }
}
