package kz.jolkarta.web;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The icons that the style sheet draws; the class of another one would show a filled square. */
public final class Icons {
    private static final Set<String> DRAWN = Pattern.compile("\\.i-([a-z0-9-]+)")
            .matcher(new String(Assets.read("icons.css"), StandardCharsets.UTF_8))
            .results()
            .map(r -> r.group(1))
            .collect(Collectors.toUnmodifiableSet());

    private Icons() {}

    public static boolean has(String name) {
        return DRAWN.contains(name);
    }
}
