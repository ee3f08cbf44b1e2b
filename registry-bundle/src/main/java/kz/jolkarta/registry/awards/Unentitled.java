package kz.jolkarta.registry.awards;

import java.util.List;
import java.util.function.Function;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.i18n.Message;

/** A person does not meet what the kind of award demands; carries why. */
public final class Unentitled extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String key;
    private final transient List<Message> objections;

    /** @param key of the text that takes the objections, joined */
    Unentitled(String key, List<Message> objections) {
        super("objections: " + objections.size());
        this.key = key;
        this.objections = List.copyOf(objections);
    }

    /** The refusal in the words of one language. */
    Problem problem(Function<Message, String> words) {
        List<String> told = objections.stream().map(words).toList();
        return Problem.conflict(key, String.join("; ", told)).with("objections", told);
    }

    String key() {
        return key;
    }

    public List<Message> objections() {
        return objections;
    }
}
