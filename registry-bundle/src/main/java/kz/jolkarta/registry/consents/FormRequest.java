package kz.jolkarta.registry.consents;

import java.util.Optional;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.registry.ConsentPurpose;

/**
 * A blank form that is wished for.
 *
 * @param template number of the version; the newest published one when empty
 * @param representative who is to sign; the only one of the child when empty, a line to write on when there are several
 * @param docx to be edited, instead of PDF
 */
record FormRequest(
        ConsentPurpose purpose,
        Optional<Integer> template,
        Optional<Long> representative,
        Language language,
        boolean docx) {}
