package kz.jolkarta.core.internal.shell;

import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.internal.profile.NodeProfile;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:centre-uninstall}: takes the configuration of a region's centre out; its organisation and records stay. */
@Service
@Command(
        scope = "jolkarta",
        name = "centre-uninstall",
        description = "Removes the centre of a region; its records stay")
public final class CentreUninstallCommand implements Action {
    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Reference
    Texts texts;

    @Reference
    Session session;

    @Argument(name = "region", description = "first two digits of the region's code", required = true)
    int region;

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
            String feature = profile.uninstallCentre(region);
            database.run(tx ->
                    audit.record(tx, talk.user(), new Audit.Entry(Audit.Action.REMOVE, "centre", region, "", feature)));
            talk.say("shell.centre-uninstalled", region, feature);
        });
    }
}
