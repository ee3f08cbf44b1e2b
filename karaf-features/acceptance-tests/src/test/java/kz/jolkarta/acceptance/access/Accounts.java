package kz.jolkarta.acceptance.access;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.Shell;

/** Accounts made by the machine's administrator, each used through a token. */
public final class Accounts {
    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private Accounts() {}

    /** The API as a new account with one role. @param territory KATO code, empty for the country */
    public static Api with(Node node, String role, String territory) {
        String login = role + SERIAL.incrementAndGet();
        shell(node, "jolkarta:account-create " + login + " " + role + " " + role + "@" + territory);
        Matcher token = TOKEN.matcher(shell(node, "jolkarta:token-create " + login + " test"));
        if (!token.find()) {
            throw new AssertionError("no token for " + login);
        }
        return node.anonymous().as(token.group());
    }

    private static String shell(Node node, String command) {
        Shell.Answer answer = node.shell(command);
        if (answer.output().contains("Error")) {
            throw new AssertionError(command + ": " + answer.output());
        }
        return answer.output();
    }

    /** What a person types to sign in. */
    public record Secret(String login, String password) {}

    /** A new account that has not been signed in to. @param roles each as {@code role@territory}, empty for the country; @return with its one-time password */
    public static Secret untouched(Node node, String... roles) {
        String login = "person" + SERIAL.incrementAndGet();
        String answer = shell(node, "jolkarta:account-create " + login + " " + login + " " + String.join(" ", roles));
        return new Secret(login, answer.strip().replaceFirst("(?s).*\\s", ""));
    }

    /** A new account with a password of its own. @param roles each as {@code role@territory}, empty for the country */
    public static Secret secret(Node node, String... roles) {
        Secret first = untouched(node, roles);
        Api.Reply session = node.anonymous()
                .post("/api/session", "{\"login\":\"" + first.login() + "\",\"password\":\"" + first.password() + "\"}")
                .expect(200);
        String own = "four yellow horses trot";
        node.anonymous()
                .send(
                        "PUT",
                        "/api/session/password",
                        java.net.http.HttpRequest.BodyPublishers.ofString(
                                "{\"current\":\"" + first.password() + "\",\"password\":\"" + own + "\"}"),
                        java.util.Map.of(
                                "Content-Type", "application/json",
                                "Cookie", session.header("Set-Cookie").replaceFirst(";.*", ""),
                                "X-CSRF-Token", session.json().path("csrf").asText()))
                .expect(204);
        return new Secret(first.login(), own);
    }
}
