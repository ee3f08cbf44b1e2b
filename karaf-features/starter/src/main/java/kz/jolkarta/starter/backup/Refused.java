package kz.jolkarta.starter.backup;

import java.io.IOException;
import java.util.List;

/** Why a backup is not made or not taken: a code that the start script has the words for, and the facts that belong into them. */
public final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> facts;

    /** @param code without {@code text_}, which is how the script's texts begin */
    Refused(String code, Object... facts) {
        super(code);
        this.facts = List.of(facts).stream().map(String::valueOf).toList();
    }

    /** The line for the start script: {@code !code}, then the facts, with tabs between. */
    public String line() {
        return Said.line("!" + getMessage(), facts);
    }
}
