package kz.jolkarta.core.internal.access;

import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;

/** What an account is to be. */
record AccountDraft(String name, boolean active, Language language, List<Account.Grant> roles) {
    static final int MOST_ROLES = 60;

    AccountDraft {
        roles = roles == null ? List.of() : roles.stream().distinct().toList();
    }

    AccountDraft placed(RolePlaces places) {
        return new AccountDraft(name, active, language, places.placed(roles));
    }

    /** What is wrong with it. */
    List<Problem.FieldError> check() {
        List<Problem.FieldError> errors = new ArrayList<>();
        if (name == null || name.isBlank() || name.strip().length() > 200) {
            errors.add(new Problem.FieldError("name", Message.of("account.name")));
        }
        if (language == null) {
            errors.add(new Problem.FieldError("language", Message.of("problem.value")));
        }
        if (roles.size() > MOST_ROLES) {
            errors.add(new Problem.FieldError("roles", Message.of("account.too-many-roles", MOST_ROLES)));
        }
        return errors;
    }
}
