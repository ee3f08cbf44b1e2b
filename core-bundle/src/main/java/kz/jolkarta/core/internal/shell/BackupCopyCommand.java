package kz.jolkarta.core.internal.shell;

import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.internal.backup.Backups;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:backup-copy}: the running node's part of {@code ./jolkarta backup}, which asks for it. */
@Service
@Command(
        scope = "jolkarta",
        name = "backup-copy",
        description = "Begins a backup; \"./jolkarta backup\" runs it and makes the file")
public final class BackupCopyCommand implements Action {
    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Reference
    Texts texts;

    @Reference
    Session session;

    @Reference
    Backups backups;

    @Override
    public Object execute() {
        Talk talk = new Talk(texts, session, language);
        return talk.tell(() -> talk.say(backups.copy(talk.user()) ? "shell.backup-copied" : "shell.backup-begun"));
    }
}
