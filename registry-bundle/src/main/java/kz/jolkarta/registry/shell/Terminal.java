package kz.jolkarta.registry.shell;

import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import org.apache.karaf.shell.api.console.Session;

/** What a command says to the operator, in the operator's language. */
public final class Terminal {
    private final Texts texts;
    private final Session session;
    private final Language language;

    /** @param option kk, ru or en; "" for the language of the terminal */
    public Terminal(Texts texts, Session session, String option) {
        this.texts = texts;
        this.session = session;
        this.language = Stream.of(option, variable("LC_ALL"), variable("LANG"))
                .flatMap(tag -> Language.of(tag).stream())
                .findFirst()
                .orElse(Language.KK);
    }

    private String variable(String name) {
        return Optional.ofNullable(session.get(name)).map(Object::toString).orElse("");
    }

    /** The shell's own access list says who may run a command; it runs as the system. */
    public User user() {
        User system = User.system();
        return new User(system.id(), system.login(), system.rights(), language);
    }

    public void say(String key, Object... args) {
        session.getConsole().println(texts.text(language, key, args));
    }

    /** What the operator can mend is said in one line. */
    public Object tell(Runnable command) {
        try {
            command.run();
            return null;
        } catch (Problem problem) {
            StringBuilder text = new StringBuilder(texts.text(language, problem.message()));
            problem.fields().forEach(f -> text.append("; ").append(texts.text(language, f.message())));
            throw new IllegalArgumentException(text.toString());
        }
    }
}
