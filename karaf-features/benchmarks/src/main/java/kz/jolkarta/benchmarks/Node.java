package kz.jolkarta.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A node started by the project's own script, and used over HTTP as anybody would. */
final class Node implements AutoCloseable {
    private final Path project;
    private final Path data;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    Node(Path project, Path data, int port) throws IOException {
        this(project, data, port, List.of());
    }

    /** @param options more of the start script's */
    Node(Path project, Path data, int port, List<String> options) throws IOException {
        this.project = project;
        this.data = data;
        List<String> run = new ArrayList<>(List.of("run", "--port", String.valueOf(port), "--data", data.toString()));
        run.addAll(options);
        script(run.toArray(String[]::new));
        List<String> first = Files.readAllLines(data.resolve("first-run.txt"));
        url = "http://127.0.0.1:" + port;
        token = first.stream()
                .filter(line -> line.startsWith("token="))
                .findFirst()
                .orElseThrow()
                .substring("token=".length());
    }

    /** Uploads the list and waits for its end. @return seconds from the first byte sent to the state {@code done} */
    double importList(Path list) throws IOException, InterruptedException {
        String boundary = UUID.randomUUID().toString();
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + list.getFileName() + "\"\r\nContent-Type: text/csv\r\n\r\n";
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString(head),
                HttpRequest.BodyPublishers.ofFile(list),
                HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        long start = System.nanoTime();
        HttpResponse<String> accepted = http.send(
                request("/api/imports")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (accepted.statusCode() != 202) {
            throw new IllegalStateException(accepted.statusCode() + " " + accepted.body());
        }
        String place = URI.create(accepted.headers().firstValue("Location").orElseThrow())
                .getPath();
        while (true) {
            String answer = get(place);
            String state = member(answer, "state");
            if (state.equals("done")) {
                return (System.nanoTime() - start) / 1e9;
            }
            if (!state.equals("queued") && !state.equals("running")) {
                throw new IllegalStateException(answer);
            }
            Thread.sleep(50);
        }
    }

    String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** @return the answer's body, whatever its status */
    String post(String path, String json) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** Makes an account whose password is its own already. @param territory KATO code, "" for the country */
    void account(String login, String password, List<String> roles, String territory)
            throws IOException, InterruptedException {
        String grants = roles.stream()
                .map(role -> "{\"role\": \"" + role + "\", \"territory\": \"" + territory + "\"}")
                .collect(Collectors.joining(", "));
        String once = member(
                post(
                        "/api/accounts",
                        "{\"login\": \"%s\", \"name\": \"%s\", \"language\": \"kk\", \"roles\": [%s]}"
                                .formatted(login, login, grants)),
                "password");
        HttpResponse<String> session = http.send(
                json("/api/session")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"login\": \"%s\", \"password\": \"%s\"}".formatted(login, once)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> changed = http.send(
                json("/api/session/password")
                        .header(
                                "Cookie",
                                session.headers().firstValue("Set-Cookie").orElse(""))
                        .header("X-CSRF-Token", member(session.body(), "csrf"))
                        .PUT(HttpRequest.BodyPublishers.ofString(
                                "{\"current\": \"%s\", \"password\": \"%s\"}".formatted(once, password)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (changed.statusCode() != 204) {
            throw new IllegalStateException(login + " " + changed.statusCode() + " " + changed.body());
        }
    }

    private HttpRequest.Builder json(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Content-Type", "application/json");
    }

    String url() {
        return url;
    }

    /** What the node has taken of the processors until now, in milliseconds: the same on a machine that does much besides. */
    double processorMillis() throws IOException {
        long pid = Long.parseLong(Files.readString(data.resolve("node.pid")).strip());
        return ProcessHandle.of(pid)
                        .flatMap(p -> p.info().totalCpuDuration())
                        .orElseThrow()
                        .toNanos()
                / 1e6;
    }

    /** Waits until anybody may sign in: the pages come up after the node is healthy. */
    void awaitPages() throws IOException, InterruptedException {
        HttpRequest login = HttpRequest.newBuilder(URI.create(url + "/login")).build();
        while (http.send(login, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
            Thread.sleep(200);
        }
    }

    /** @return how many bytes the answer has */
    long fetch(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " " + answer.statusCode());
        }
        return answer.body().length;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token);
    }

    static String member(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("no " + name + " in " + json);
        }
        return found.group(1);
    }

    @Override
    public void close() throws IOException {
        script("stop", "--data", data.toString());
    }

    private void script(String... args) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(project.resolve("jolkarta").toString()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int status = process.onExit().join().exitValue();
        if (status != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + status);
        }
    }
}
