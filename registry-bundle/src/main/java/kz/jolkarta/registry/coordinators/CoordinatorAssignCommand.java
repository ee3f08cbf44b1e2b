package kz.jolkarta.registry.coordinators;

import java.util.HashMap;
import java.util.Map;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.registry.shell.Terminal;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:coordinator-assign STAFF KATO}: names a coordinator for the children of a territory, in the background. */
@Service
@Command(
        scope = "jolkarta",
        name = "coordinator-assign",
        description = "Names a coordinator for the children of a territory")
public final class CoordinatorAssignCommand implements Action {
    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Option(name = "-a", aliases = "--all", description = "also for children who have another coordinator")
    boolean all;

    @Argument(index = 0, name = "staff", description = "number of the member of staff", required = true)
    long staff;

    @Argument(index = 1, name = "territory", description = "KATO code of the unit", required = true)
    String territory;

    @Reference
    Assignments assignments;

    @Reference
    Texts texts;

    @Reference
    Session session;

    @Override
    public Object execute() {
        Terminal terminal = new Terminal(texts, session, language);
        return terminal.tell(() -> {
            Map<String, String> filter = new HashMap<>(Map.of("territory", territory, "state", "active"));
            if (!all) {
                filter.put("coordinator", "none");
            }
            long job = assignments.submit(terminal.user(), new Assignment(staff, null, filter));
            terminal.say("coordinator.shell.started", String.valueOf(job));
        });
    }
}
