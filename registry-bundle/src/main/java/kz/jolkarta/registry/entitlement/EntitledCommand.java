package kz.jolkarta.registry.entitlement;

import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.shell.Terminal;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:entitled}: how many children are entitled to each measure, and how many it has reached. */
@Service
@Command(scope = "jolkarta", name = "entitled", description = "Children entitled to each measure, and those reached")
public final class EntitledCommand implements Action {
    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Option(
            name = "-r",
            aliases = "--region",
            description = "first two digits of the region's KATO code; the country without it")
    String region = "";

    @Option(name = "-y", aliases = "--year", description = "this year without it")
    String year = "";

    @Reference
    EntitlementFigures figures;

    @Reference
    Texts texts;

    @Reference
    Session session;

    @Override
    public Object execute() {
        Terminal terminal = new Terminal(texts, session, language);
        return terminal.tell(() -> {
            Optional<String> territory =
                    Optional.of(region).filter(r -> !r.isBlank()).map(EntitledCommand::code);
            Caller caller = new Caller(terminal.user(), terminal.user().language());
            EntitlementFigures.Answer answer = figures.of(caller, territory, Params.year("year", year));
            terminal.say("entitlement.shell.day", answer.day(), String.valueOf(answer.year()));
            for (EntitlementFigures.Line line : answer.measures()) {
                if (line.total() == null) {
                    terminal.say("entitlement.shell.nowhere", line.number(), line.name());
                } else {
                    terminal.say(
                            "entitlement.shell.measure",
                            line.number(),
                            line.name(),
                            line.total().entitled(),
                            line.total().reached(),
                            line.total().onTheWay(),
                            line.total().notReached());
                }
            }
            answer.leftOut().forEach(m -> terminal.say("entitlement.shell.left-out", m.number(), m.name()));
        });
    }

    private static String code(String region) {
        if (!region.matches("\\d{2}")) {
            throw Problem.field("region", "record.territory-unknown");
        }
        return region + "0000000";
    }
}
