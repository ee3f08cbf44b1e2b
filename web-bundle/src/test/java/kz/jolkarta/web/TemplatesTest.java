package kz.jolkarta.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the templates as they are written. */
class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src", "main", "jte");
    private static final Pattern KEY = Pattern.compile("\"(page\\.web\\.[a-z.-]+)\"");

    private final Map<Path, String> templates = read();

    private static Map<Path, String> read() {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            Map<Path, String> found = new TreeMap<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".jte")).toList()) {
                found.put(file, Files.readString(file));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The template without what is Java. */
    static String markup(String template) {
        StringBuilder rest = new StringBuilder();
        String text = template.replaceAll("(?m)^@(import|param).*$", "");
        for (int i = 0; i < text.length(); ) {
            if (text.startsWith("${", i) || text.startsWith("!{", i)) {
                i = closing(text, i + 1, '{', '}');
            } else if (text.charAt(i) == '@') {
                int end = i + 1;
                while (end < text.length()
                        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '.')) {
                    end++;
                }
                // "@endif" and "@else" may touch the words that follow them.
                String word = text.substring(i, end).replaceAll("^(@(?:endif|endfor|else(?!if))).*", "$1");
                end = i + word.length();
                i = end < text.length() && text.charAt(end) == '(' ? closing(text, end, '(', ')') : end;
            } else {
                rest.append(text.charAt(i));
                i++;
            }
        }
        return rest.toString();
    }

    private static int closing(String text, int from, char open, char close) {
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == open) {
                depth++;
            } else if (!quoted && c == close && --depth == 0) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("not closed: " + text.substring(from));
    }

    @Test
    void noWordStandsInATemplate() {
        List<String> found = new ArrayList<>();
        templates.forEach((file, template) -> {
            String markup = markup(template);
            String words = markup.replaceAll("<[^>]*>", " ").replaceAll("&[a-z]+;", " ");
            Pattern.compile("\\p{L}[^\\n]*").matcher(words).results().forEach(w -> found.add(file + ": " + w.group()));
            Pattern.compile("\\b(?:title|alt|placeholder|aria-label|aria-description)=\"[^\"]*\\p{L}[^\"]*\"")
                    .matcher(markup)
                    .results()
                    .forEach(w -> found.add(file + ": " + w.group()));
        });
        assertEquals(List.of(), found, "words that no language can change");
    }

    @Test
    void noTemplateNeedsWhatTheContentPolicyForbids() {
        Pattern forbidden = Pattern.compile(
                "\\sstyle=|\\son[a-z]+=|<style|<script(?![^>]*\\ssrc=)|<script[^>]*>[^<]|hx-on|hx-boost|javascript:|https?://",
                Pattern.CASE_INSENSITIVE);
        List<String> found = new ArrayList<>();
        templates.forEach((file, template) ->
                forbidden.matcher(template).results().map(MatchResult::group).forEach(w -> found.add(file + ": " + w)));
        assertEquals(List.of(), found);
    }

    @Test
    void nothingIsWrittenPastTheEscaping() {
        templates.forEach((file, template) -> assertTrue(!template.contains("$unsafe"), file.toString()));
    }

    @Test
    void everyTextOfATemplateIsThereAndEveryTextIsUsed() throws IOException {
        Set<String> used = new TreeSet<>();
        templates.values().forEach(t -> KEY.matcher(t).results().forEach(r -> used.add(r.group(1))));
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(file)).results().forEach(r -> used.add(r.group(1)));
            }
        }
        Properties texts = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src", "main", "resources", "messages_kk.properties"))) {
            texts.load(reader);
        }
        Set<String> keys =
                texts.keySet().stream().map(String.class::cast).collect(Collectors.toCollection(TreeSet::new));
        Set<String> beginnings = used.stream().filter(k -> k.endsWith(".")).collect(Collectors.toSet());

        Set<String> missing = new TreeSet<>(used);
        missing.removeAll(keys);
        missing.removeAll(beginnings);
        assertEquals(Set.of(), missing, "without words");

        Set<String> unused = new TreeSet<>(keys);
        unused.removeAll(used);
        unused.removeIf(k -> beginnings.stream().anyMatch(k::startsWith));
        assertEquals(Set.of(), unused, "named by nobody");
    }

    @Test
    void everyIconATemplateNamesIsDrawn() throws IOException {
        String icons = Files.readString(Path.of("src", "main", "resources", "assets", "icons.css"));
        Set<String> missing = new TreeSet<>();
        templates
                .values()
                .forEach(t -> Pattern.compile("part\\.icon\\(name = \"([a-z0-9-]+)\"")
                        .matcher(t)
                        .results()
                        .map(r -> r.group(1))
                        .filter(name -> !icons.contains(".i-" + name + " "))
                        .forEach(missing::add));
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyClassATemplateNamesIsInAStyleSheet() throws IOException {
        StringBuilder css = new StringBuilder();
        for (String sheet : Assets.SHEETS) {
            css.append(Files.readString(Path.of("src", "main", "resources", "assets", sheet)));
        }
        Set<String> drawn = Pattern.compile("\\.(-?[a-zA-Z_][\\w-]*)")
                .matcher(css)
                .results()
                .map(r -> r.group(1))
                .collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>();
        Pattern classes = Pattern.compile("class=\"((?:[^\"$]|\\$\\{[^}]*\\})*)\"|css = \"([^\"]*)\"");
        templates
                .values()
                .forEach(t -> classes.matcher(t)
                        .results()
                        .flatMap(r -> Stream.of((r.group(1) == null ? r.group(2) : r.group(1))
                                .replaceAll("\\$\\{[^}]*\\}", "-")
                                .split("\\s+")))
                        .filter(name -> !name.isEmpty() && !name.endsWith("-") && !drawn.contains(name))
                        .forEach(unknown::add));
        assertEquals(Set.of(), unknown);
    }

    @Test
    void theTestFindsWordsWhereverTheyStand() {
        assertTrue(markup("@if(a.b(\"x)\"))<p>Word</p>@endif").contains("Word"));
        assertTrue(markup("@elseRest").contains("Rest"));
        assertEquals("<p></p>", markup("<p>${page.text(\"page.web.menu\")}</p>"));
    }
}
