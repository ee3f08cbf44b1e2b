package kz.jolkarta.core.internal.shell;

import java.util.List;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.internal.access.AccountDesk;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:account-create}: a new account with a password for one sign-in. */
@Service
@Command(scope = "jolkarta", name = "account-create", description = "Makes an account with a one-time password")
public final class AccountCreateCommand implements Action {
    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Reference
    Texts texts;

    @Reference
    Session session;

    @Argument(index = 0, name = "login", description = "small Latin letters and digits", required = true)
    String login;

    @Argument(index = 1, name = "name", description = "name of the person", required = true)
    String name;

    @Argument(
            index = 2,
            name = "roles",
            description = "ROLE, ROLE@KATO or psychologist@/SCHOOL, e.g. coordinator@230000000",
            required = true,
            multiValued = true)
    List<String> roles;

    @Reference
    AccountDesk accounts;

    @Override
    public Object execute() {
        Talk talk = new Talk(texts, session, language);
        return talk.tell(() -> {
            talk.say("shell.account", login, accounts.create(talk.user(), login, name, roles));
        });
    }
}
