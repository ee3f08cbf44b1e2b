package kz.jolkarta.core.internal.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Open;
import org.glassfish.jersey.uri.PathPattern;

/** The endpoints a resource class declares. */
final class EntryPoints {
    private EntryPoints() {}

    /**
     * @param verb HTTP method
     * @param needs {@link Demand#NONE} for everybody who is signed in
     */
    record EntryPoint(
            String verb, String path, PathPattern pattern, Demand needs, boolean anonymous, Object resource) {}

    /** Methods that tell neither a right nor that they are open; sub-resource locators are not taken at all. */
    static List<String> unguarded(Class<?> type) {
        List<String> found = new ArrayList<>();
        for (Method method : type.getMethods()) {
            boolean guarded = method.isAnnotationPresent(Needs.class) ^ method.isAnnotationPresent(Open.class);
            boolean endpoint = verb(method).isPresent();
            boolean locator = !endpoint && method.isAnnotationPresent(Path.class);
            if (locator || endpoint && !guarded) {
                found.add(method.getName());
            }
        }
        return found;
    }

    static List<EntryPoint> of(Object resource) {
        Path base = resource.getClass().getAnnotation(Path.class);
        if (base == null) {
            return List.of();
        }
        List<EntryPoint> found = new ArrayList<>();
        for (Method method : resource.getClass().getMethods()) {
            verb(method).ifPresent(verb -> {
                Path path = method.getAnnotation(Path.class);
                String whole = join(base.value(), path == null ? "" : path.value());
                found.add(new EntryPoint(
                        verb,
                        whole,
                        new PathPattern(whole, PathPattern.RightHandPath.capturingZeroSegments),
                        Demand.of(method),
                        method.isAnnotationPresent(Open.class)
                                && method.getAnnotation(Open.class).anonymous(),
                        resource));
            });
        }
        return found;
    }

    private static Optional<String> verb(Method method) {
        return Stream.of(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(t -> t.getAnnotation(HttpMethod.class))
                .filter(m -> m != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String join(String left, String right) {
        String whole = "/" + left + "/" + right;
        String clean = whole.replaceAll("/{2,}", "/");
        return clean.length() > 1 && clean.endsWith("/") ? clean.substring(0, clean.length() - 1) : clean;
    }
}
