package kz.jolkarta.core.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.node.NodeSettings;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Frame;
import kz.jolkarta.core.pages.Menu;
import kz.jolkarta.core.pages.Wording;
import kz.jolkarta.core.pages.Words;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stands around each page: the reader's language, menu and session. */
@Component(service = Frames.class)
public final class Frames {
    private static final Logger LOG = LoggerFactory.getLogger(Frames.class);
    private static final int IDLE_SECONDS = 15 * 60;
    private static final Menu.Count UNCOUNTED = new Menu.Count(0, false);
    private static final Set<String> OWN = Set.of("lang", Answer.DONE);

    private final Wording wording;
    private final String version;
    private final Function<Language, String> node;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<Menu> menus = List.of();

    @Activate
    public Frames(BundleContext context, @Reference Wording wording, @Reference NodeSettings settings) {
        this(wording, context.getBundle().getVersion().toString(), settings::name);
    }

    Frames(Wording wording, String version, Function<Language, String> node) {
        this.wording = wording;
        this.version = version;
        this.node = node;
    }

    Words words(HttpServletRequest request) {
        return wording.in(Attributes.language(request));
    }

    Frame around(HttpServletRequest request) {
        Words words = words(request);
        // Who has something to do first finds nothing around the page that leads elsewhere.
        boolean free = request.getAttribute(Attributes.FIRST) == null;
        Optional<Caller> caller = free && request.getAttribute(Attributes.CALLER) instanceof Caller known
                ? Optional.of(known)
                : Optional.empty();
        Optional<Frame.Reader> reader =
                caller.isPresent() && request.getAttribute(Attributes.SIGNED) instanceof Authentication.Signed signed
                        ? Optional.of(signed.shown().apply(words))
                        : Optional.empty();
        String csrf = request.getAttribute(Attributes.CSRF) instanceof String token ? token : "";
        return new Frame(
                words,
                path(request),
                query(request),
                reader,
                csrf,
                Attributes.cookie(request, "theme")
                        .filter(t -> t.equals("dark") || t.equals("light"))
                        .map("dark"::equals),
                caller.map(c -> sections(c, words, request.getRequestURI())).orElse(List.of()),
                caller.isPresent() ? IDLE_SECONDS : 0,
                parameter(request, Answer.DONE)
                        .filter(k -> k.startsWith("page.") && words.has(k))
                        .map(k -> words.text(k))
                        .orElse(""),
                node.apply(words.language()),
                version);
    }

    /** A parameter of the frame's own, whose values are plain words; the body is left alone, and the rest may be malformed. */
    static Optional<String> parameter(HttpServletRequest request, String name) {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        return Stream.of(query.split("&"))
                .filter(p -> p.startsWith(name + "="))
                .map(p -> p.substring(name.length() + 1))
                .findFirst();
    }

    /** The path as a place within the node: a second slash at its front would make it another host's address. */
    static String path(HttpServletRequest request) {
        return request.getRequestURI().replaceFirst("^/{2,}", "/");
    }

    /** The address's query without what the frame itself puts there. */
    static String query(HttpServletRequest request) {
        return Stream.of(
                        Optional.ofNullable(request.getQueryString()).orElse("").split("&"))
                .filter(p -> !p.isEmpty() && !OWN.contains(p.split("=", 2)[0]))
                .collect(Collectors.joining("&"));
    }

    private List<Frame.Section> sections(Caller caller, Words words, String path) {
        List<Menu.Entry> all = new ArrayList<>();
        Map<String, Menu.Count> counts = new HashMap<>();
        for (Menu menu : menus) {
            try {
                menu.entries().stream()
                        .filter(e -> e.needs().isEmpty() || e.needs().stream().anyMatch(caller.user()::has))
                        .forEach(all::add);
                counts.putAll(menu.counts(caller));
            } catch (RuntimeException broken) {
                // A bundle that leaves at this moment takes its entries along.
                LOG.warn("The menu of {} cannot be read", menu.getClass().getName(), broken);
            }
        }
        String current = all.stream()
                .map(Menu.Entry::href)
                .filter(h -> path.equals(h) || !h.equals("/") && path.startsWith(h + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return Arrays.stream(Menu.Group.values())
                .map(group -> new Frame.Section(
                        group,
                        all.stream()
                                .filter(e -> e.group() == group)
                                .sorted(Comparator.comparingInt(Menu.Entry::order))
                                .map(e -> place(e, counts.getOrDefault(e.href(), UNCOUNTED), words, current))
                                .toList()))
                .filter(s -> !s.places().isEmpty())
                .toList();
    }

    private static Frame.Place place(Menu.Entry entry, Menu.Count count, Words words, String current) {
        return new Frame.Place(
                words.text(entry.label()),
                entry.href(),
                entry.icon(),
                entry.href().equals(current),
                count.number(),
                count.waits());
    }

    /** The address that was asked for, without what the frame puts there: where to come back to. */
    static String wanted(HttpServletRequest request) {
        String query = query(request);
        return path(request) + (query.isEmpty() ? "" : "?" + query);
    }
}
