package kz.jolkarta.core.internal.http;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kz.jolkarta.core.Problem;
import org.glassfish.jersey.uri.PathPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The resources of all bundles: which one answers a path, and the running application it belongs to. */
final class Resources {
    private static final Logger LOG = LoggerFactory.getLogger(Resources.class);
    private static final Comparator<EntryPoints.EntryPoint> MOST_LITERAL_FIRST =
            Comparator.comparing(EntryPoints.EntryPoint::pattern, PathPattern.COMPARATOR);

    private final Supplier<Set<Object>> parts;
    private final Map<Long, Module> modules = new HashMap<>();
    private volatile List<Entry> entries = List.of();

    /** @param parts what each application gets besides its resources; made anew for each */
    Resources(Supplier<Set<Object>> parts) {
        this.parts = parts;
    }

    private record Entry(EntryPoints.EntryPoint point, Module module) {}

    /** @param bundle id of the bundle that offers it */
    synchronized void add(long bundle, Object resource) {
        List<String> unguarded = EntryPoints.unguarded(resource.getClass());
        if (!unguarded.isEmpty()) {
            LOG.error(
                    "{} is not served: each endpoint needs @Needs or @Open, these do not have it: {}",
                    resource.getClass().getName(),
                    unguarded);
            return;
        }
        modules.computeIfAbsent(bundle, id -> new Module()).resources.add(resource);
        changed();
    }

    synchronized void remove(long bundle, Object resource) {
        Module module = modules.get(bundle);
        if (module == null || !module.resources.remove(resource)) {
            return;
        }
        if (module.resources.isEmpty()) {
            modules.remove(bundle);
        }
        changed();
        if (module.resources.isEmpty()) {
            module.end();
        }
    }

    private void changed() {
        List<Entry> found = new ArrayList<>();
        for (Module module : modules.values()) {
            module.live = Set.copyOf(module.resources);
            for (Object resource : module.resources) {
                EntryPoints.of(resource).forEach(p -> found.add(new Entry(p, module)));
            }
        }
        found.sort(Comparator.comparing(Entry::point, MOST_LITERAL_FIRST));
        entries = List.copyOf(found);
    }

    List<EntryPoints.EntryPoint> entryPoints() {
        return entries.stream().map(Entry::point).toList();
    }

    Set<Class<?>> types() {
        Set<Class<?>> types = new LinkedHashSet<>();
        entries.forEach(e -> types.add(e.point().resource().getClass()));
        return types;
    }

    /** What answers the path; of several, one that knows the verb. */
    Optional<Target> find(String verb, String path) {
        Entry first = null;
        for (Entry entry : entries) {
            if (entry.point().pattern().match(path) != null) {
                boolean head = verb.equals("HEAD") && entry.point().verb().equals("GET");
                if (head || entry.point().verb().equals(verb)) {
                    return Optional.of(new Target(entry));
                }
                first = first == null ? entry : first;
            }
        }
        return Optional.ofNullable(first).map(Target::new);
    }

    /** Ends the running applications; the next request of each makes a new one. */
    synchronized void stop() {
        modules.values().forEach(Module::stop);
    }

    final class Target {
        private final Entry entry;

        private Target(Entry entry) {
            this.entry = entry;
        }

        String path() {
            return entry.point().path();
        }

        /** The application, acquired for one request. */
        BundleApplication application(ServletConfig config) throws ServletException {
            return entry.module().application(config);
        }
    }

    private final class Module {
        private final Set<Object> resources = new LinkedHashSet<>();
        private volatile Set<Object> live = Set.of();
        private volatile BundleApplication running;
        private boolean ended;

        BundleApplication application(ServletConfig config) throws ServletException {
            BundleApplication current = running;
            if (current != null && current.holds(live) && current.acquire()) {
                return current;
            }
            return renewed(config);
        }

        private synchronized BundleApplication renewed(ServletConfig config) throws ServletException {
            if (ended) {
                throw Problem.notFound();
            }
            if (running == null || !running.holds(live)) {
                BundleApplication fresh = new BundleApplication(live, config, parts.get());
                if (running != null) {
                    running.release();
                }
                running = fresh;
            }
            if (!running.acquire()) {
                throw new ServletException("the application has ended");
            }
            return running;
        }

        private synchronized void end() {
            ended = true;
            stop();
        }

        private synchronized void stop() {
            if (running != null) {
                running.release();
                running = null;
            }
        }
    }
}
