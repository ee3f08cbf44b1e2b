package kz.jolkarta.core.internal.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.PagePart;
import kz.jolkarta.core.pages.PageParts;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The only tracker of {@link PagePart}. */
@Component
public final class PartBoard implements PageParts {
    private static final Logger LOG = LoggerFactory.getLogger(PartBoard.class);

    /** Asked once, on arrival. */
    private record Spot(PagePart.Place place, int order) {}

    private final Map<PagePart, Spot> parts = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(PagePart part) {
        parts.put(part, new Spot(part.place(), part.order()));
    }

    void unbind(PagePart part) {
        parts.remove(part);
    }

    @Override
    public List<Block> blocks(PagePart.Place place, Caller caller, String subject) {
        return parts.entrySet().stream()
                .filter(e -> e.getValue().place() == place)
                .sorted(Comparator.comparingInt(e -> e.getValue().order()))
                .flatMap(e -> blocks(e.getKey(), caller, subject))
                .toList();
    }

    private static Stream<Block> blocks(PagePart part, Caller caller, String subject) {
        try {
            return part.blocks(caller, subject).stream();
        } catch (RuntimeException | LinkageError broken) {
            // One part that fails, or whose bundle leaves at this moment, costs only itself.
            LOG.warn("A part of a page fails: {}", part.getClass().getName(), broken);
            return Stream.empty();
        }
    }
}
