package kz.jolkarta.core.internal.shell;

import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.i18n.Texts;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:jobs}: the latest jobs of all accounts. */
@Service
@Command(scope = "jolkarta", name = "jobs", description = "The latest jobs of all accounts")
public final class JobsCommand implements Action {
    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Reference
    Texts texts;

    @Reference
    Session session;

    @Option(name = "-n", aliases = "--number", description = "how many")
    int number = 20;

    @Reference
    Database database;

    @Override
    public Object execute() {
        Talk talk = new Talk(texts, session, language);
        return talk.tell(() -> {
            for (JobListStore.Line job : JobListStore.latest(database, Math.max(1, Math.min(number, 1000)))) {
                talk.out()
                        .printf(
                                "%-8d %-16s %-12s %d/%d  %s%n",
                                job.id(), job.kind(), job.state(), job.done(), job.total(), job.login());
            }
        });
    }
}
