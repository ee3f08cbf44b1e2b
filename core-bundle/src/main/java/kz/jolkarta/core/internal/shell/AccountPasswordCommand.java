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

/** {@code jolkarta:account-password}: a new password for one sign-in, for who has forgotten the own. */
@Service
@Command(scope = "jolkarta", name = "account-password", description = "Gives an account a new one-time password")
public final class AccountPasswordCommand implements Action {
    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Reference
    Texts texts;

    @Reference
    Session session;

    @Argument(name = "login", description = "login of the account", required = true)
    String login;

    @Reference
    AccountDesk accounts;

    @Override
    public Object execute() {
        Talk talk = new Talk(texts, session, language);
        return talk.tell(() -> {
            talk.say("shell.account", login, accounts.resetPassword(talk.user(), login));
        });
    }
}
