package kz.jolkarta.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Frame;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;

/** What the templates ask about one page while it is written; used once, by one thread. */
public final class Page {
    private static final String CHILDREN = "/children";

    private final View view;
    private final Frame frame;
    private final Assets assets;
    private final Map<String, Action> postponed = new LinkedHashMap<>();
    private String heading = "";
    private String part = "";
    private boolean withinForm;
    private int ids;

    Page(View view, Frame frame, Assets assets) {
        this.view = view;
        this.frame = frame;
        this.assets = assets;
    }

    public Frame frame() {
        return frame;
    }

    public String text(String key, Object... args) {
        return frame.words().text(key, args);
    }

    public String asset(String file) {
        return assets.address(file);
    }

    public String language() {
        return frame.words().language().tag();
    }

    /** Whether the reader may look for children. */
    public boolean searches() {
        return frame.menu().stream()
                .flatMap(s -> s.places().stream())
                .anyMatch(p -> p.href().equals(CHILDREN));
    }

    /** What the language is written with, for the browser to get at once. */
    public List<String> fonts() {
        return switch (frame.words().language()) {
            case KK -> List.of("inter-latin.woff2", "inter-cyrillic.woff2", "inter-cyrillic-ext.woff2");
            case RU -> List.of("inter-latin.woff2", "inter-cyrillic.woff2");
            case EN -> List.of("inter-latin.woff2");
        };
    }

    /** The address that was asked for. */
    public String address() {
        return frame.path() + (frame.query().isEmpty() ? "" : "?" + frame.query());
    }

    /** An id that no other element of the page has. */
    public String id() {
        ids++;
        return part + "n" + ids;
    }

    /** From here on ids begin with the part's own, since it may be brought into another page. @return what they began with before */
    public String part(String anchor) {
        String before = part;
        part = anchor.isEmpty() ? before : anchor;
        return before;
    }

    public void leave(String before) {
        part = before;
    }

    /** What stands over all that follows up to the next heading. */
    public String under(String words) {
        heading = words;
        return "";
    }

    /** What a part is called: by its own name, else by the heading that it stands under. */
    public String called(String own) {
        return Stream.of(own, heading, view.title())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** From here on acts stand within a form; forms do not nest, so theirs follow it. */
    public String enter() {
        withinForm = true;
        return "";
    }

    public String leave() {
        withinForm = false;
        return "";
    }

    public boolean inForm() {
        return withinForm;
    }

    /** The id of the form that the act will have. */
    public String later(Action action) {
        String id = id();
        postponed.put(id, action);
        return id;
    }

    /** Forms that wait for the end of the one around them. */
    public Map<String, Action> postponed() {
        Map<String, Action> waiting = new LinkedHashMap<>(postponed);
        postponed.clear();
        return waiting;
    }

    /** The link when it stays within the node, otherwise "": a browser reads a backslash as a slash and skips line ends. */
    public static String within(String href) {
        boolean other = href.startsWith("//") || href.chars().anyMatch(c -> c == '\\' || c < ' ');
        boolean own = href.startsWith("/") || href.startsWith("?") || href.startsWith("#");
        return own && !other ? href : "";
    }

    /** The address of a form: what carries a file says in the query where it comes from, since that is read before the body. */
    public String sent(Form form) {
        if (!form.uploads()) {
            return within(form.action());
        }
        String proof = FormInput.CSRF + "=" + URLEncoder.encode(frame.csrf(), StandardCharsets.UTF_8);
        return within(form.action()) + (form.action().contains("?") ? "&" : "?") + proof;
    }

    public static String css(Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }

    /** A sign that says the same as the colour. */
    public static String sign(Tone tone) {
        return switch (tone) {
            case OK -> "check";
            case RUN, LATE -> "alert-triangle";
            case NONE, PLAIN -> "info-circle";
        };
    }

    /** A whole number of per cent that a class exists for. */
    public static int percent(long percent) {
        return (int) Math.max(0, Math.min(100, percent));
    }

    public static int percent(long part, long whole) {
        return whole <= 0 ? 0 : percent(100 * part / whole);
    }

    /** Whether a block reaches to the edges of its card. */
    public static boolean reachesEdges(Block block) {
        return block instanceof Table
                || block instanceof kz.jolkarta.core.pages.Filters
                || block instanceof Block.Disclosure;
    }

    /** Points of a line within 100 by 30, the least at its foot; one value makes a level line. */
    public static String line(List<Long> values) {
        long least = values.stream().mapToLong(v -> v).min().orElse(0);
        long span = Math.max(1, values.stream().mapToLong(v -> v).max().orElse(0) - least);
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            long x = values.size() == 1 ? 50 : 100L * i / (values.size() - 1);
            points.append(i == 0 ? "" : " ").append(x).append(',').append(27 - 24 * (values.get(i) - least) / span);
        }
        return points.toString();
    }

    /** One of the colours of signs, always the same for the same sign. */
    public static String tint(String icon) {
        return List.of("", "g", "v", "r").get(Math.floorMod(icon.hashCode(), 4));
    }

    public static int month(int number) {
        return Math.max(1, Math.min(12, number));
    }

    public List<Input> inputs(List<Field> fields) {
        boolean told = fields.stream().anyMatch(f -> !f.required() && filledIn(f));
        List<Input> all = new ArrayList<>();
        for (Field field : fields) {
            all.add(new Input(field, id(), told));
        }
        return all;
    }

    private static boolean filledIn(Field field) {
        return switch (field.kind()) {
            case HIDDEN, SHOWN, HEADING -> false;
            default -> true;
        };
    }

    /** Whether names of measures stand on the page in a language other than the resolution's. */
    public boolean translated() {
        return frame.words().language() != Language.KK
                && view.blocks().stream().anyMatch(Block.Passport.class::isInstance);
    }

    public static String group(kz.jolkarta.core.pages.Menu.Group group) {
        return "page.web.group." + group.name().toLowerCase(Locale.ROOT);
    }

    /** Values of acts that stand side by side in one form: a button carries one, the others are hidden fields. */
    public static Set<Map.Entry<String, String>> hidden(Action action) {
        Map<String, String> rest = new LinkedHashMap<>(action.values());
        rest.remove(name(action));
        return rest.entrySet();
    }

    public static String name(Action action) {
        return action.values().keySet().stream().findFirst().orElse("");
    }

    /** One of the colours of initials, always the same for the same letters. */
    public static String hue(String initials) {
        return List.of("", "b", "c", "d").get(Math.floorMod(initials.hashCode(), 4));
    }

    /** Two letters in place of a picture. @param name surname first, or a login */
    public static String initials(String name) {
        List<String> words = List.of(name.strip().split("\\s+"));
        String first = words.get(0);
        String letters = words.size() > 1
                ? first.substring(0, 1) + words.get(1).substring(0, 1)
                : first.substring(0, Math.min(2, first.length()));
        return letters.toUpperCase(Locale.ROOT);
    }
}
