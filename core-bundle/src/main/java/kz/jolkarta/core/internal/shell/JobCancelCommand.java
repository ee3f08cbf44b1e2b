package kz.jolkarta.core.internal.shell;

import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.jobs.Jobs;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:job-cancel}: asks a job to stop, whoever it belongs to. */
@Service
@Command(scope = "jolkarta", name = "job-cancel", description = "Asks a job to stop")
public final class JobCancelCommand implements Action {
    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Reference
    Texts texts;

    @Reference
    Session session;

    @Argument(name = "job", description = "number of the job", required = true)
    long job;

    @Reference
    Database database;

    @Reference
    Jobs jobs;

    @Reference
    Audit audit;

    @Override
    public Object execute() {
        Talk talk = new Talk(texts, session, language);
        return talk.tell(() -> {
            long owner = JobListStore.owner(database, job).orElseThrow(Problem::notFound);
            database.run(tx -> audit.record(
                    tx, talk.user(), new Audit.Entry(Audit.Action.UPDATE, "job", job, "", "cancel asked")));
            jobs.cancel(new User(owner, talk.user().login(), Map.of(), talk.language()), job);
            talk.say("shell.job-cancelled", job);
        });
    }
}
