package kz.jolkarta.core.internal.shell;

import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.internal.profile.Kars;
import kz.jolkarta.core.internal.profile.NodeProfile;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:measure-install}: brings a measure in while the node runs, one of its own or a stranger's; nobody else is disturbed. */
@Service
@Command(scope = "jolkarta", name = "measure-install", description = "Installs a measure")
public final class MeasureInstallCommand implements Action {
    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Reference
    Texts texts;

    @Reference
    Session session;

    @Argument(name = "measure", description = "number of the clause, or path or URL of a KAR", required = true)
    String measure;

    @Reference
    NodeProfile profile;

    @Reference
    Database database;

    @Reference
    Audit audit;

    @Override
    public Object execute() {
        Talk talk = new Talk(texts, session, language);
        return talk.tell(() -> {
            if (measure.matches("[0-9]{1,4}")) {
                int clause = Integer.parseInt(measure);
                String feature = profile.installMeasure(clause);
                record(talk, clause, feature);
                talk.say("shell.installed", clause, feature);
            } else {
                Kars.Installed kar = profile.installKar(measure);
                String features = String.join(", ", kar.features());
                record(talk, 0, kar.name() + ": " + features);
                talk.say("kar.installed", kar.name(), features);
            }
        });
    }

    private void record(Talk talk, int clause, String detail) {
        String fact = detail.length() > 500 ? detail.substring(0, 500) : detail;
        database.run(tx ->
                audit.record(tx, talk.user(), new Audit.Entry(Audit.Action.INSTALL, "measure", clause, "", fact)));
    }
}
