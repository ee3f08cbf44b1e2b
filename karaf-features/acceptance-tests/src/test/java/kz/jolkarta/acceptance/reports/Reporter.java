package kz.jolkarta.acceptance.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.Shell;

/**
 * A region with the two accounts that make its report of a year, over HTTP.
 *
 * @param code KATO code
 * @param prepares keeps the region's records
 * @param handsIn approves its awards
 */
record Reporter(int year, String code, Api prepares, Api handsIn) {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** All regions of the year, each with its accounts: the national administrator makes them, the machine's gives them tokens. */
    static Map<String, Reporter> all(Node node, int year) {
        List<String> codes = StreamSupport.stream(
                        node.api()
                                .get("/api/reports/" + year)
                                .expect(200)
                                .json()
                                .spliterator(),
                        false)
                .map(line -> line.get("region").asText())
                .sorted()
                .toList();
        List<String> logins = new ArrayList<>();
        for (String code : codes) {
            logins.add(account(node, "prepares", "coordinator", code));
            logins.add(account(node, "hands-in", "approver", code));
        }
        Iterator<Api> apis = signedIn(node, logins).iterator();
        Map<String, Reporter> all = new TreeMap<>();
        codes.forEach(code -> all.put(code, new Reporter(year, code, apis.next(), apis.next())));
        return all;
    }

    private static String account(Node node, String what, String role, String code) {
        String login = what + code.substring(0, 2);
        String json = """
                {"login": "%s", "name": "%s", "roles": [{"role": "%s", "territory": "%s"}]}""";
        node.api()
                .post("/api/accounts", json.formatted(login, login, role, code))
                .expect(201);
        return login;
    }

    private static List<Api> signedIn(Node node, List<String> logins) {
        String commands = String.join(
                "; ",
                logins.stream().map(l -> "jolkarta:token-create " + l + " year").toList());
        Shell.Answer answer = node.shell(commands);
        List<Api> apis = new ArrayList<>();
        for (Matcher token = TOKEN.matcher(answer.output()); token.find(); ) {
            apis.add(node.anonymous().as(token.group()));
        }
        if (apis.size() != logins.size()) {
            throw new AssertionError(apis.size() + " tokens in " + answer.output());
        }
        return apis;
    }

    /** Of the region's report in the API. */
    String path() {
        return "/api/reports/" + year + "/" + code;
    }

    String submission(int revision) {
        return path() + "/submissions/" + revision;
    }

    /** Writes beside each measure without records why there are none, and prepares the report. */
    void prepare() {
        for (JsonNode row : prepares.get(path()).expect(200).json().get("measures")) {
            if (row.get("state").asText().equals("not-reported")) {
                explain(row.get("code").asText(), "Бұл жылы жүргізілмеді.", "В этом году не проводилось.");
            }
        }
        prepares.post(path() + "/preparation", "{}").expect(200);
    }

    /** Writes the text of a measure in place of the one before. */
    void explain(String measure, String kk, String ru) {
        String version = "0";
        for (JsonNode text : prepares.get(path() + "/texts").expect(200).json()) {
            if (text.get("measure").asText().equals(measure)) {
                version = text.get("version").asText();
            }
        }
        String json = "{\"measure\": \"%s\", \"kk\": \"%s\", \"ru\": \"%s\"}".formatted(measure, kk, ru);
        Api.Reply written = prepares.send(
                "POST",
                path() + "/texts",
                BodyPublishers.ofString(json),
                Map.of("Content-Type", "application/json", "If-Match", "\"" + version + "\""));
        if (written.status() / 100 != 2) {
            throw new AssertionError(written.toString());
        }
    }

    /** Hands in what was prepared. @return the revision */
    JsonNode submit() {
        return handsIn.post(path() + "/submissions", "{}").expect(201).json();
    }

    JsonNode handIn() {
        prepare();
        return submit();
    }

    /** The frozen revision as whoever may see the region's children reads it. */
    JsonNode content(int revision) {
        return handsIn.get(submission(revision) + ".json").expect(200).json();
    }

    /** The region's open reminders. */
    List<JsonNode> reminders() {
        return reminders("&state=open");
    }

    /** @param more of the query, beginning with an ampersand; may be empty */
    List<JsonNode> reminders(String more) {
        JsonNode tasks =
                prepares.get("/api/tasks?kind=report-due" + more).expect(200).json();
        return StreamSupport.stream(tasks.get("items").spliterator(), false).toList();
    }
}
