package kz.jolkarta.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * The node's HTTP interface for one caller.
 *
 * @param url of the node
 * @param token of the caller, empty for nobody
 * @param language for {@code Accept-Language}
 */
public record Api(String url, String token, String language) {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    static final ObjectMapper JSON = new ObjectMapper();

    /** The same for another caller. */
    public Api as(String token) {
        return new Api(url, token, language);
    }

    /** The same in another language: {@code kk}, {@code ru}, {@code en}. */
    public Api in(String language) {
        return new Api(url, token, language);
    }

    public Reply get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    public Reply delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), Map.of());
    }

    /** Posts a JSON text. */
    public Reply post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json), Map.of("Content-Type", "application/json"));
    }

    /** Puts a JSON text; {@code version} is what {@code ETag} gave, empty to send no {@code If-Match}. */
    public Reply put(String path, String json, String version) {
        Map<String, String> headers = version.isEmpty()
                ? Map.of("Content-Type", "application/json")
                : Map.of("Content-Type", "application/json", "If-Match", version);
        return send("PUT", path, BodyPublishers.ofString(json), headers);
    }

    /** Sends a file as the part {@code file} of a form, with other fields. */
    public Reply upload(String path, Path file, Map<String, String> fields) {
        String boundary = "jolkarta" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            for (Map.Entry<String, String> field : fields.entrySet()) {
                body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                                + "\"\r\n\r\n" + field.getValue() + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                            + file.getFileName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            Files.copy(file, body);
            body.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return send(
                "POST",
                path,
                BodyPublishers.ofByteArray(body.toByteArray()),
                Map.of("Content-Type", "multipart/form-data; boundary=" + boundary));
    }

    /** Any request; {@code path} begins with a slash or is a whole URL as {@code Location} gives it. */
    public Reply send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        URI target = path.startsWith("/") ? URI.create(url + path) : URI.create(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(Duration.ofMinutes(2))
                .header("Accept-Language", language)
                .method(method, body);
        headers.forEach(request::header);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return new Reply(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What came back. */
    public record Reply(HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        /** A header, empty when there is none. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public byte[] bytes() {
            return response.body();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException notJson) {
                throw new UncheckedIOException(text(), notJson);
            }
        }

        /** This reply, when it has the status; a failed test that shows the whole reply otherwise. */
        public Reply expect(int status) {
            if (status() != status) {
                throw new AssertionError("expected " + status + ", was " + this);
            }
            return this;
        }

        @Override
        public String toString() {
            return response.request().method() + " " + response.uri() + " -> " + status() + " " + text();
        }
    }
}
