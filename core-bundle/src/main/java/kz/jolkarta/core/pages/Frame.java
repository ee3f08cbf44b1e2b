package kz.jolkarta.core.pages;

import java.util.List;
import java.util.Optional;

/**
 * What stands around a page.
 *
 * @param words of the reader's language
 * @param path of the page
 * @param query as it was sent, without {@code lang} and {@code done}; "" for none
 * @param reader who is signed in; empty when nobody is
 * @param csrf to be sent along with every form; "" when nobody is signed in
 * @param dark the reader's theme; empty follows the device
 * @param menu what the reader may open
 * @param idle seconds after which the session ends without a request, 0 when nobody is signed in
 * @param done the sentence that says what was done just now, "" for none
 * @param node name of the node, e.g. of its region; "" for none
 * @param version of the program
 */
public record Frame(
        Words words,
        String path,
        String query,
        Optional<Reader> reader,
        String csrf,
        Optional<Boolean> dark,
        List<Section> menu,
        int idle,
        String done,
        String node,
        String version) {

    /** A heading of the menu with its places. */
    public record Section(Menu.Group group, List<Place> places) {
        public Section {
            places = List.copyOf(places);
        }
    }

    /**
     * @param count of what is there, 0 when it is not said
     * @param waits whether what is counted waits for the reader
     */
    public record Place(String label, String href, String icon, boolean current, long count, boolean waits) {
        public Place(String label, String href, String icon, boolean current) {
            this(label, href, icon, current, 0, false);
        }
    }

    /** Who is signed in. @param role the first of the account's roles with its place, "" for none */
    public record Reader(String login, String name, String role) {}

    public Frame {
        menu = List.copyOf(menu);
    }

    public Optional<String> login() {
        return reader.map(Reader::login);
    }

    /** Places where something waits for the reader. */
    public List<Place> waiting() {
        return menu.stream()
                .flatMap(section -> section.places().stream())
                .filter(place -> place.waits() && place.count() > 0)
                .toList();
    }

    /** The same page in another language. */
    public String inLanguage(String tag) {
        return path + "?" + (query.isEmpty() ? "" : query + "&") + "lang=" + tag;
    }
}
