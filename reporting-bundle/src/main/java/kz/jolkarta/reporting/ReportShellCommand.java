package kz.jolkarta.reporting;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Texts;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;

/** A command about reports, in the language that is asked for. What the operator can mend ends it with its words and, in a script, with a failure. */
abstract class ReportShellCommand implements Action {
    @Option(name = "--language", description = "kk, ru, en")
    private String language = Language.KK.tag();

    @Reference
    private Texts texts;

    @Reference
    private Session session;

    /** For the shell, which fills the fields. */
    ReportShellCommand() {}

    ReportShellCommand(Texts texts, Session session, Language language) {
        this.texts = texts;
        this.session = session;
        this.language = language.tag();
    }

    @Override
    public final Object execute() throws IOException {
        tell(System.out);
        return null;
    }

    final void tell(PrintStream out) throws IOException {
        try {
            print(out);
        } catch (Problem problem) {
            throw new Refused(Stream.concat(
                            Stream.of(text(problem.message())),
                            problem.fields().stream().map(f -> f.field() + ": " + text(f.message())))
                    .collect(Collectors.joining("\n  ")));
        }
    }

    /** @throws Problem with what the operator can mend */
    abstract void print(PrintStream out) throws IOException;

    /** @throws Problem INVALID, naming those there are */
    Language language() {
        return PaperFormat.language(language);
    }

    /** Whoever is at the shell. */
    User user() {
        return User.shell(
                Optional.ofNullable(session.get("USER")).map(Object::toString).orElse(""), spoken());
    }

    private Language spoken() {
        return Language.of(language).orElse(Language.KK);
    }

    Texts texts() {
        return texts;
    }

    String text(String key, Object... args) {
        return texts.text(spoken(), key, args);
    }

    String text(Message message) {
        return texts.text(spoken(), message);
    }

    /** Its stack says nothing to an operator. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String text) {
            super(text, null, false, false);
        }
    }
}
