package kz.jolkarta.registry.children;

import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;

/** The pages of one child, as tabs. */
public final class ChildTabs {
    /** The child's own page. */
    public static final String WHOLE = "";

    /** Who looked at the child. */
    public static final String ACCESS = "access-log";

    /** Where the record comes from. */
    public static final String LINEAGE = "lineage";

    private ChildTabs() {}

    /** @param current the last step of the page's address, {@link #WHOLE} for the child's own page */
    public static List<View.Tab> of(Words words, User user, long child, String current) {
        List<String> parts = new ArrayList<>(
                List.of(WHOLE, "talents", "categories", "achievements", "representatives", "consents", "marks"));
        if (!user.scope(Right.DIAGNOSTICS_READ).isEmpty()) {
            parts.add("diagnostics");
        }
        parts.add(LINEAGE);
        if (!user.scope(Right.CHILDREN_EXPORT)
                .plus(user.scope(Right.AUDIT_READ))
                .isEmpty()) {
            parts.add(ACCESS);
        }
        return parts.stream()
                .map(part -> View.Tab.of(
                        words.text("page.child.tab." + (part.isEmpty() ? "whole" : part)),
                        page(child, part),
                        part.equals(current)))
                .toList();
    }

    /** The address of one of them. */
    public static String page(long child, String part) {
        return "/children/" + child + (part.isEmpty() ? "" : "/" + part);
    }
}
