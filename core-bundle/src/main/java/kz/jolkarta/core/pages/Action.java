package kz.jolkarta.core.pages;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A place to go to or an act. A place is a link; an act is a small form of its own that is sent by POST.
 *
 * @param label a verb; what the act does to data stands in its own sentence
 * @param values sent along with an act
 * @param icon name of an icon, "" for none
 */
public record Action(String label, String href, Kind kind, Map<String, String> values, String icon) {
    /** LINK goes to a place and looks like a link; GO looks like a button; POST acts; DOWNLOAD gets a file; CALL dials a number. */
    public enum Kind {
        LINK,
        GO,
        GO_PRIMARY,
        POST,
        POST_PRIMARY,
        POST_DANGER,
        DOWNLOAD,
        PRINT,
        CALL;

        public boolean acts() {
            return this == POST || this == POST_PRIMARY || this == POST_DANGER;
        }

        public boolean primary() {
            return this == GO_PRIMARY || this == POST_PRIMARY;
        }
    }

    public Action {
        boolean dials = kind == Kind.CALL && href.matches("tel:\\+?\\d+");
        if (!dials && !href.startsWith("/") && !href.startsWith("?") && !href.startsWith("#")
                || href.startsWith("//")) {
            throw new IllegalArgumentException("a link stays within the node: " + href);
        }
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Action link(String label, String href) {
        return new Action(label, href, Kind.LINK, Map.of(), "");
    }

    /** A link that looks like a button. */
    public static Action go(String label, String href) {
        return new Action(label, href, Kind.GO, Map.of(), "");
    }

    /** The page's main link. */
    public static Action primary(String label, String href) {
        return new Action(label, href, Kind.GO_PRIMARY, Map.of(), "");
    }

    public static Action download(String label, String href) {
        return new Action(label, href, Kind.DOWNLOAD, Map.of(), "download");
    }

    /** Prints the page as it stands. */
    public static Action print(String label) {
        return new Action(label, "#", Kind.PRINT, Map.of(), "printer");
    }

    /** Dials. @param label says whom @param number as it is written, with at least one digit */
    public static Action call(String label, String number) {
        String plus = number.strip().startsWith("+") ? "+" : "";
        return new Action(label, "tel:" + plus + number.replaceAll("\\D", ""), Kind.CALL, Map.of(), "phone");
    }

    public static Action post(String label, String href) {
        return new Action(label, href, Kind.POST, Map.of(), "");
    }

    public static Action postPrimary(String label, String href) {
        return new Action(label, href, Kind.POST_PRIMARY, Map.of(), "");
    }

    /** An act that takes something away; its label says what. */
    public static Action danger(String label, String href) {
        return new Action(label, href, Kind.POST_DANGER, Map.of(), "");
    }

    public Action with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, String.valueOf(value));
        return new Action(label, href, kind, more, icon);
    }

    public Action icon(String name) {
        return new Action(label, href, kind, values, name);
    }
}
