package kz.jolkarta.core.internal.access;

import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Words;

/** A new password, typed twice, and the language of an account, as forms ask for them. */
final class PasswordFields {
    private static final String NEW = "newPassword";
    private static final String REPEAT = "repeatPassword";

    private PasswordFields() {}

    static List<Field> of(Words words) {
        return List.of(
                Field.password(NEW, words.text("page.password.new"))
                        .require()
                        .help(words.text("page.password.help", Passwords.SHORTEST)),
                Field.password(REPEAT, words.text("page.password.repeat")).require());
    }

    static Field language(Words words) {
        return Field.radio(
                        "language",
                        words.text("page.account.language"),
                        words.options(Language.class, "page.language."))
                .require();
    }

    static Language language(FormInput input) {
        return Language.of(input.first("language")).orElseThrow(() -> Problem.field("language", "problem.value"));
    }

    /** The new password; blanks at its ends belong to it. */
    static String wanted(FormInput input) {
        String wanted = raw(input, NEW);
        if (!wanted.equals(raw(input, REPEAT))) {
            throw Problem.field(REPEAT, "page.password.differs");
        }
        return wanted;
    }

    static String raw(FormInput input, String name) {
        List<String> typed = input.values().getOrDefault(name, List.of());
        return typed.isEmpty() ? "" : typed.get(0);
    }

    /** Does the change; what is wrong with the password is said at the form's field. */
    static void at(Runnable change) {
        try {
            change.run();
        } catch (Problem problem) {
            if (problem.fields().isEmpty()) {
                throw problem;
            }
            throw Problem.fields(problem.fields().stream()
                    .map(e -> e.field().equals("password") ? new Problem.FieldError(NEW, e.message()) : e)
                    .toList());
        }
    }
}
