package kz.jolkarta.core.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;

/** What the node hands along with a request. */
final class Attributes {
    static final String CALLER = "kz.jolkarta.caller";
    static final String LANGUAGE = "kz.jolkarta.language";
    static final String PATH = "kz.jolkarta.path";

    private Attributes() {}

    /** The language asked for; otherwise the account's, once it is known. */
    static Language language(HttpServletRequest request) {
        if (request.getAttribute(CALLER) instanceof Caller caller) {
            return caller.language();
        }
        return Language.accepted(request.getHeader("Accept-Language"));
    }

    /** Whether the very sender is on this machine; a proxy on it speaks for others. */
    static boolean fromThisMachine(HttpServletRequest request) {
        String address = String.valueOf(request.getRemoteAddr());
        boolean loopback = address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
        return loopback && request.getHeader("X-Forwarded-For") == null && request.getHeader("Forwarded") == null;
    }
}
