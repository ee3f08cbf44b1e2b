package kz.jolkarta.core.internal.shell;

import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.internal.access.AccountDesk;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:token-create}: a token for a program that works in an account's name. */
@Service
@Command(scope = "jolkarta", name = "token-create", description = "Makes a token for an account")
public final class TokenCreateCommand implements Action {
    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Reference
    Texts texts;

    @Reference
    Session session;

    @Argument(index = 0, name = "login", description = "login of the account", required = true)
    String login;

    @Argument(index = 1, name = "label", description = "what it is for", required = true)
    String label;

    @Reference
    AccountDesk accounts;

    @Override
    public Object execute() {
        Talk talk = new Talk(texts, session, language);
        return talk.tell(() -> {
            talk.say("shell.token", accounts.createToken(talk.user(), login, label));
        });
    }
}
