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

/** {@code jolkarta:measure-uninstall}: takes a measure out, its records stay, while the node runs; nobody else is disturbed. */
@Service
@Command(
        scope = "jolkarta",
        name = "measure-uninstall",
        description = "Removes the measure of a clause; its records stay")
public final class MeasureUninstallCommand implements Action {
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
            String feature = new MeasureFeatures(features).uninstall(clause);
            database.run(tx -> audit.record(
                    tx, talk.user(), new Audit.Entry(Audit.Action.REMOVE, "measure", clause, "", feature)));
            talk.say("shell.uninstalled", clause, feature);
        });
    }
}
