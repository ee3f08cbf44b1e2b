package kz.jolkarta.core.internal.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Component;

/** Which pages there are, and what each needs; empty while the node has no pages. */
@Component(service = SitePlan.class)
public final class SitePlan {
    private volatile List<EntryPoints.EntryPoint> points = List.of();

    void is(List<EntryPoints.EntryPoint> pages) {
        points = List.copyOf(pages);
    }

    Set<Class<?>> types() {
        Set<Class<?>> types = new LinkedHashSet<>();
        points.forEach(p -> types.add(p.resource().getClass()));
        return types;
    }

    /** By verb and path; of the rights one is enough, {@code anybody} and {@code signed-in} stand for themselves. */
    Map<String, List<String>> entries() {
        Map<String, List<String>> found = new TreeMap<>();
        points.forEach(p -> found.put(
                p.verb() + " " + p.path(),
                p.anonymous()
                        ? List.of("anybody")
                        : p.needs().equals(Demand.NONE)
                                ? List.of("signed-in")
                                : p.needs().names()));
        return found;
    }
}
