package kz.jolkarta.registry.proposals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.registry.shell.Terminal;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:road-maps-draft}: drafts the road maps of a class, a school or a territory, in the background. */
@Service
@Command(scope = "jolkarta", name = "road-maps-draft", description = "Drafts the road maps of many children")
public final class RoadMapsDraftCommand implements Action {
    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Option(name = "-t", aliases = "--territory", description = "KATO code of the unit where the children live")
    String territory = "";

    @Option(name = "-s", aliases = "--school", description = "id of the school")
    String school = "";

    @Option(name = "-g", aliases = "--grade", description = "0 to 12")
    String grade = "";

    @Option(name = "-y", aliases = "--year", description = "the year the school year begins in")
    int year;

    @Reference
    ManyDrafts drafts;

    @Reference
    Texts texts;

    @Reference
    Session session;

    @Override
    public Object execute() {
        Terminal terminal = new Terminal(texts, session, language);
        return terminal.tell(() -> {
            Map<String, String> filter = new HashMap<>();
            filter.put("territory", territory);
            filter.put("school", school);
            filter.put("grade", grade);
            filter.values().removeIf(String::isBlank);
            Optional<Integer> begins = year == 0 ? Optional.empty() : Optional.of(year);
            long job = drafts.start(terminal.user(), begins, List.of(), filter);
            terminal.say("proposal.shell.started", String.valueOf(job));
        });
    }
}
