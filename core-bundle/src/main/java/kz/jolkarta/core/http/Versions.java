package kz.jolkarta.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.jolkarta.core.Problem;

/** Edits that lose nothing: a record's version travels as ETag and comes back as {@code If-Match} (RFC 9110 §13.1.1). */
public final class Versions {
    /** Jetty marks the tag of a compressed answer, and a proxy may make it a weak one. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"?(\\d{1,9})(?:--gzip)?\"?");

    private Versions() {}

    /** One value in two states. */
    public record Difference(String field, JsonNode yours, JsonNode theirs) {}

    /**
     * The version the caller has seen.
     *
     * @throws Problem PRECONDITION_REQUIRED without {@code If-Match}, INVALID when it is not one version
     */
    public static int required(HttpHeaders headers) {
        return required(headers.getHeaderString(HttpHeaders.IF_MATCH));
    }

    /** As {@link #required(HttpHeaders)}; a missing header may come as null, which is how JAX-RS gives it. */
    public static int required(String ifMatch) {
        return given(ifMatch)
                .orElseThrow(() -> Problem.of(Problem.Kind.PRECONDITION_REQUIRED, "problem.if-match-missing"));
    }

    /**
     * The version the caller has seen, where naming it is left to the caller.
     *
     * @throws Problem INVALID when it is not one version
     */
    public static OptionalInt given(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return OptionalInt.empty();
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problem.invalid("problem.if-match-malformed");
        }
        return OptionalInt.of(Integer.parseInt(tag.group(1)));
    }

    /** 200 with the record and its version. */
    public static Response answer(Object record, int version) {
        return Response.ok(record).tag(Integer.toString(version)).build();
    }

    /**
     * The refusal of an edit of an older state.
     *
     * @param yours what the caller wanted to write
     * @param theirs what is stored now, of the same shape
     * @return STALE, with the member {@code difference} that lists each differing field
     */
    public static Problem stale(Object yours, Object theirs) {
        return Problem.of(Problem.Kind.STALE, "problem.stale").with("difference", difference(yours, theirs));
    }

    static List<Difference> difference(Object yours, Object theirs) {
        JsonNode mine = Json.mapper().valueToTree(yours);
        JsonNode stored = Json.mapper().valueToTree(theirs);
        Set<String> names = new LinkedHashSet<>();
        mine.fieldNames().forEachRemaining(names::add);
        stored.fieldNames().forEachRemaining(names::add);
        names.remove("version");
        List<Difference> found = new ArrayList<>();
        for (String name : names) {
            JsonNode left = mine.path(name).isMissingNode() ? NullNode.getInstance() : mine.path(name);
            JsonNode right = stored.path(name).isMissingNode() ? NullNode.getInstance() : stored.path(name);
            if (!left.equals(right)) {
                found.add(new Difference(name, left, right));
            }
        }
        return List.copyOf(found);
    }
}
