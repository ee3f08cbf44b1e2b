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

/** {@code jolkarta:measure-uninstall}: takes a measure out, its records stay, while the node runs; nobody else is disturbed. */
@Service
@Command(scope = "jolkarta", name = "measure-uninstall", description = "Removes a measure; its records stay")
public final class MeasureUninstallCommand implements Action {
    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Reference
    Texts texts;

    @Reference
    Session session;

    @Argument(name = "measure", description = "number of the clause, or name of the KAR", required = true)
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
                String feature = profile.uninstallMeasure(clause);
                record(talk, clause, feature);
                talk.say("shell.uninstalled", clause, feature);
            } else {
                Kars.Installed kar = profile.uninstallKar(measure);
                String features = String.join(", ", kar.features());
                record(talk, 0, kar.name() + ": " + features);
                talk.say("kar.uninstalled", kar.name(), features);
            }
        });
    }

    private void record(Talk talk, int clause, String detail) {
        String fact = detail.length() > 500 ? detail.substring(0, 500) : detail;
        database.run(
                tx -> audit.record(tx, talk.user(), new Audit.Entry(Audit.Action.REMOVE, "measure", clause, "", fact)));
    }
}
