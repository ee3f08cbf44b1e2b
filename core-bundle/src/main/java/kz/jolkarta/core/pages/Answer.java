package kz.jolkarta.core.pages;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.jolkarta.core.Problem;

/** What follows on a form. */
public final class Answer {
    /** Parameter of the address with the key of the sentence that says what was done. */
    public static final String DONE = "done";

    private static final Set<Problem.Kind> MENDED_IN_FORM =
            Set.of(Problem.Kind.INVALID, Problem.Kind.CONFLICT, Problem.Kind.STALE, Problem.Kind.TOO_LARGE);

    private Answer() {}

    /** Goes to a page after a change. */
    public static Response to(String href) {
        return Response.seeOther(URI.create(href)).build();
    }

    /**
     * Goes to a page after a change; there a sentence says what was done.
     *
     * @param href within the node, may hold a query and a fragment
     * @param done key of the sentence, which has no places
     */
    public static Response to(String href, String done) {
        int hash = href.indexOf('#');
        String page = hash < 0 ? href : href.substring(0, hash);
        String fragment = hash < 0 ? "" : href.substring(hash);
        return to(page + (page.contains("?") ? "&" : "?") + DONE + "=" + done + fragment);
    }

    /**
     * Does the act; when the reader can mend what is wrong, the page with the form comes again.
     *
     * @param act gives where to go
     * @param again the page with the form as it was sent, made by {@link Form#refused}
     */
    public static Response of(Supplier<Response> act, Function<Problem, View> again) {
        try {
            return act.get();
        } catch (Problem problem) {
            if (!MENDED_IN_FORM.contains(problem.kind())) {
                throw problem;
            }
            View view = again.apply(problem).status(problem.kind().status());
            return Response.status(view.status()).entity(view).build();
        }
    }
}
