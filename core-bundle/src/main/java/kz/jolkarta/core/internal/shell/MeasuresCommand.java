package kz.jolkarta.core.internal.shell;

import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.measure.Measures;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:measures}: what is installed, and what was rejected and why. */
@Service
@Command(scope = "jolkarta", name = "measures", description = "Installed and rejected measures")
public final class MeasuresCommand implements Action {
    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Reference
    Texts texts;

    @Reference
    Session session;

    @Reference
    Measures measures;

    @Override
    public Object execute() {
        Talk talk = new Talk(texts, session, language);
        return talk.tell(() -> {
            for (Measures.Installed one : measures.installed()) {
                talk.out()
                        .printf(
                                "%3d  %-24s %-8s %s%n",
                                one.clause().number(),
                                one.code(),
                                one.version(),
                                one.clause().name().in(talk.language()));
            }
            for (Measures.Rejected one : measures.rejected()) {
                talk.say("shell.rejected", one.bundle(), one.component(), one.reason());
            }
        });
    }
}
