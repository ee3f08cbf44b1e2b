package kz.jolkarta.core.internal.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kz.jolkarta.core.measure.OwnPage;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The only tracker of {@link OwnPage}. */
@Component(service = Pages.class)
public final class Pages {
    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);

    /** Asked once, on arrival. */
    private record Place(String measure, String code) {}

    private final Map<OwnPage, Place> places = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(OwnPage page) {
        try {
            places.put(page, new Place(page.measure(), page.code()));
        } catch (Throwable broken) {
            // Whatever a plug-in throws is its own affair and no reason for the others to stop.
            LOG.warn("The page {} cannot be read", page.getClass().getName(), broken);
        }
    }

    void unbind(OwnPage page) {
        places.remove(page);
    }

    /** A page with its code. */
    record Own(String code, OwnPage page) {}

    /** By code; of two with one code either. */
    List<Own> of(String measure) {
        return places.entrySet().stream()
                .filter(e -> e.getValue().measure().equals(measure))
                .map(e -> new Own(e.getValue().code(), e.getKey()))
                .sorted(Comparator.comparing(Own::code))
                .toList();
    }

    Optional<OwnPage> find(String measure, String code) {
        return of(measure).stream()
                .filter(p -> p.code().equals(code))
                .map(Own::page)
                .findFirst();
    }
}
