package kz.jolkarta.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Somebody who is signed in and reads pages as a browser asks for them, zipped. */
final class Visitor {
    private static final Pattern HREF = Pattern.compile("<a [^>]*href=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?s)<h1[^>]*>(.*?)</h1>");
    private static final int OF_A_KIND = 2;

    private final String url;
    private final String role;
    private final String session;
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param zipped bytes as they were sent; @param millis from the request to the last byte */
    record Answer(String address, String kind, double millis, int zipped, String html) {
        String heading() {
            Matcher found = HEADING.matcher(html);
            return found.find() ? found.group(1).replaceAll("<[^>]+>", "").strip() : "";
        }

        List<String> links() {
            return HREF.matcher(html)
                    .results()
                    .map(m -> m.group(1).replace("&amp;", "&").replaceAll("#.*", ""))
                    .filter(h -> h.startsWith("/") && !h.startsWith("/api/") && !h.startsWith("/assets/"))
                    .filter(h -> !h.contains("lang=") && !h.endsWith(".json"))
                    .toList();
        }
    }

    Visitor(String url, String role, String login, String password) throws IOException, InterruptedException {
        this.url = url;
        this.role = role;
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", url)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "to=/&login=" + login + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8)))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        session = answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .filter(cookie -> !cookie.endsWith("="))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(login + " could not sign in: " + answer.statusCode()));
    }

    String role() {
        return role;
    }

    /** Addresses of one kind: numbers and codes stand for one another, a search is told from a list. */
    static String kind(String address) {
        return address.replaceAll("\\?.*", "")
                .replaceAll("/measures/[a-z][a-z-]+", "/measures/{code}")
                .replaceAll("/reports/\\d+/\\d+", "/reports/{year}/{region}")
                .replaceAll("/\\d+", "/{id}");
    }

    /** @throws IllegalStateException unless it is a whole page of the node */
    Answer ask(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + address))
                .header("Cookie", session + "; lang=kk")
                .header("Accept-Encoding", "gzip")
                .header("Accept", "text/html")
                .build();
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        double millis = (System.nanoTime() - start) / 1e6;
        byte[] body = answer.body();
        String html = new String(
                answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")
                        ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes()
                        : body,
                StandardCharsets.UTF_8);
        boolean page = address.startsWith("/assets/") || html.contains("</html>");
        if (answer.statusCode() != 200 || !page) {
            throw new IllegalStateException(role + " " + address + " " + answer.statusCode());
        }
        return new Answer(address, kind(address), millis, body.length, html);
    }

    /** Goes from link to link, to no more than two addresses of a kind; one that does not answer is named and left out. @param more addresses besides; @return the first answer of each address */
    Map<String, Answer> walk(List<String> more) throws IOException, InterruptedException {
        Map<String, Answer> seen = new LinkedHashMap<>();
        Map<String, List<String>> taken = new LinkedHashMap<>();
        Deque<String> next = new ArrayDeque<>(List.of("/"));
        next.addAll(more);
        while (!next.isEmpty()) {
            String address = next.poll();
            if (seen.containsKey(address)) {
                continue;
            }
            Answer answer;
            try {
                answer = ask(address);
            } catch (IllegalStateException refused) {
                System.err.println("left out: " + refused.getMessage());
                continue;
            }
            seen.put(address, answer);
            for (String link : answer.links()) {
                List<String> same = taken.computeIfAbsent(kind(link), k -> new ArrayList<>());
                if (same.size() < OF_A_KIND && !same.contains(link)) {
                    same.add(link);
                    next.add(link);
                }
            }
        }
        return seen;
    }
}
