package kz.jolkarta.core.internal.shell;

import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.i18n.Texts;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:measure-install}: brings a measure in while the node runs; nobody else is disturbed. */
@Service
@Command(scope = "jolkarta", name = "measure-install", description = "Installs the measure of a clause")
public final class MeasureInstallCommand implements Action {
    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Reference
    Texts texts;

    @Reference
    Session session;

    @Argument(name = "clause", description = "number of the clause, 1 to 19", required = true)
    int clause;

    @Reference
    FeaturesService features;

    @Reference
    Database database;

    @Reference
    Audit audit;

    @Override
    public Object execute() {
        Talk talk = new Talk(texts, session, language);
        return talk.tell(() -> {
            String feature = new MeasureFeatures(features).install(clause);
            database.run(tx -> audit.record(
                    tx, talk.user(), new Audit.Entry(Audit.Action.INSTALL, "measure", clause, "", feature)));
            talk.say("shell.installed", clause, feature);
        });
    }
}
