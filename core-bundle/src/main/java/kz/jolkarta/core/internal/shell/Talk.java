package kz.jolkarta.core.internal.shell;

import java.io.PrintStream;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Texts;
import org.apache.karaf.shell.api.console.Session;

/** What a command of the shell says to the operator, in the operator's language. */
final class Talk {
    private final Texts texts;
    private final Session session;
    private final Language language;

    /** @param option kk, ru or en; "" for the language of the terminal */
    Talk(Texts texts, Session session, String option) {
        this.texts = texts;
        this.session = session;
        this.language = Stream.of(option, variable(session, "LC_ALL"), variable(session, "LANG"))
                .flatMap(tag -> Language.of(tag).stream())
                .findFirst()
                .orElse(Language.KK);
    }

    private static String variable(Session session, String name) {
        return Optional.ofNullable(session.get(name)).map(Object::toString).orElse("");
    }

    Language language() {
        return language;
    }

    User user() {
        return User.shell(variable(session, "USER"), language);
    }

    PrintStream out() {
        return session.getConsole();
    }

    void say(String key, Object... args) {
        out().println(texts.text(language, key, args));
    }

    String text(Message message) {
        return texts.text(language, message);
    }

    /** Runs the command; what the operator can mend is said in one line instead of a stack trace. */
    Object tell(Runnable command) {
        try {
            command.run();
            return null;
        } catch (Problem problem) {
            StringBuilder text = new StringBuilder(text(problem.message()));
            for (Problem.FieldError error : problem.fields()) {
                text.append("\n  ").append(error.field()).append(": ").append(text(error.message()));
            }
            throw new Refused(text.toString());
        }
    }

    /** Ends the command with its text and, in a script, with a failure. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String text) {
            super(text, null, false, false);
        }
    }
}
