package kz.jolkarta.registry.roadmaps;

import java.util.List;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.registry.shell.Terminal;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:road-maps-approve}: approves the agreed road maps of a unit and school year, in the background. */
@Service
@Command(scope = "jolkarta", name = "road-maps-approve", description = "Approves the agreed road maps of a unit")
public final class RoadMapsApproveCommand implements Action {
    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Option(name = "-t", aliases = "--territory", description = "KATO code of the unit", required = true)
    String territory = "";

    @Option(name = "-y", aliases = "--school-year", description = "the year the school year begins in")
    String schoolYear = "";

    @Option(name = "-s", aliases = "--school", description = "id of the school")
    String school = "";

    @Reference
    RoadMapApprovals approvals;

    @Reference
    Texts texts;

    @Reference
    Session session;

    @Override
    public Object execute() {
        Terminal terminal = new Terminal(texts, session, language);
        return terminal.tell(() -> {
            RoadMapQuery query = new RoadMapQuery();
            query.territory = territory;
            query.schoolYear = schoolYear;
            query.school = school;
            long job = approvals.start(terminal.user(), List.of(), query.filter());
            terminal.say("roadmap.shell.approving", String.valueOf(job));
        });
    }
}
