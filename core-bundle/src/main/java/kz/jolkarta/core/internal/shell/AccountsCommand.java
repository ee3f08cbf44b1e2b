package kz.jolkarta.core.internal.shell;

import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.internal.access.AccountDesk;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:accounts}: the accounts and their roles. */
@Service
@Command(scope = "jolkarta", name = "accounts", description = "Accounts and their roles")
public final class AccountsCommand implements Action {
    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Reference
    Texts texts;

    @Reference
    Session session;

    @Reference
    AccountDesk accounts;

    @Override
    public Object execute() {
        Talk talk = new Talk(texts, session, language);
        return talk.tell(() -> {
            accounts.lines(talk.user()).forEach(talk.out()::println);
        });
    }
}
