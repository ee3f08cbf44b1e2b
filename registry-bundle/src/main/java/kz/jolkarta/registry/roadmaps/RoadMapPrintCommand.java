package kz.jolkarta.registry.roadmaps;

import java.util.Optional;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.shell.Terminal;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:road-map-print}: prints the road maps of a unit, a school or a class, in the background. */
@Service
@Command(scope = "jolkarta", name = "road-map-print", description = "Prints road maps into one ZIP, in the background")
public final class RoadMapPrintCommand implements Action {
    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Option(name = "-p", aliases = "--print-language", description = "language of the prints: kk, ru or en")
    String printLanguage = "";

    @Option(name = "-f", aliases = "--format", description = "pdf or docx")
    String format = "";

    @Option(name = "-t", aliases = "--territory", description = "KATO code of the unit")
    String territory = "";

    @Option(name = "-s", aliases = "--school", description = "id of the school")
    String school = "";

    @Option(name = "-g", aliases = "--grade", description = "0 to 12")
    String grade = "";

    @Option(name = "-c", aliases = "--letter", description = "letter of the class")
    String letter = "";

    @Option(name = "-y", aliases = "--school-year", description = "the year the school year begins in")
    String schoolYear = "";

    @Option(name = "--state", description = "state of the maps")
    String state = "";

    @Reference
    RoadMapPrints prints;

    @Reference
    Texts texts;

    @Reference
    Session session;

    @Override
    public Object execute() {
        Terminal terminal = new Terminal(texts, session, language);
        return terminal.tell(() -> {
            PrintChoice choice = new PrintChoice(
                    null,
                    territory,
                    Params.number("school", school).orElse(null),
                    number("grade", grade).orElse(null),
                    letter,
                    number("schoolYear", schoolYear).orElse(null),
                    state,
                    format,
                    printLanguage);
            terminal.say("roadmap.print-started", String.valueOf(prints.start(terminal.user(), choice)));
        });
    }

    private static Optional<Integer> number(String field, String text) {
        return Params.number(field, text).map(n -> (int) Math.max(-1, Math.min(9999, n)));
    }
}
