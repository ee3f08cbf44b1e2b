package kz.jolkarta.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.access.AuditDetail;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import org.junit.jupiter.api.Test;

/**
 * The rules for the texts of one bundle, held by one line: {@code class RegistryTextsTest extends TextRules {}}. A key stands in the
 * code as a whole literal, or begins with a literal that ends in a dot or a hyphen.
 */
public class TextRules {
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9]*(?:[.-][a-z0-9]+)*[.-]?)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    private final Map<Language, Map<String, String>> own = new EnumMap<>(Language.class);
    private final Texts all = TestTexts.ofClassPath();
    private final Set<String> literals = literals();

    protected TextRules() {
        for (Language language : Language.values()) {
            own.put(language, texts(RESOURCES.resolve("messages_" + language.tag() + ".properties")));
        }
    }

    /** Beginnings of keys that other bundles put together, e.g. from the constants of an enumeration. */
    protected Set<String> usedElsewhere() {
        return Set.of();
    }

    private static Map<String, String> texts(Path file) {
        try {
            return TestTexts.read(file.toUri().toURL()).entrySet().stream()
                    .collect(Collectors.toMap(e -> (String) e.getKey(), e -> (String) e.getValue()));
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> literals() {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                LITERAL.matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .forEach(found::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream()
                .map(quoted -> quoted.substring(1, quoted.length() - 1))
                .collect(Collectors.toSet());
    }

    @Test
    void everyTextIsThereInEveryLanguage() {
        Set<String> kazakh = new TreeSet<>(own.get(Language.KK).keySet());
        assertFalse(kazakh.isEmpty(), "the bundle has texts");
        own.forEach((language, texts) -> {
            assertEquals(kazakh, new TreeSet<>(texts.keySet()), "keys in " + language);
            texts.forEach((key, text) -> assertFalse(text.isBlank(), key + " in " + language));
        });
    }

    @Test
    void everyTextHasTheSamePlacesInEveryLanguage() {
        own.get(Language.KK)
                .forEach((key, kazakh) -> own.forEach((language, texts) -> {
                    String text = texts.getOrDefault(key, kazakh);
                    assertEquals(places(kazakh), places(text), "places of " + key + " in " + language);
                    new MessageFormat(text.replace("'", "''"), language.locale());
                }));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyTextIsUsed() {
        List<String> beginnings = Stream.concat(literals.stream(), usedElsewhere().stream())
                .filter(l -> l.matches(".*[.-]") && l.length() > 2)
                .toList();
        List<String> unused = own.get(Language.KK).keySet().stream()
                .filter(key -> !literals.contains(key) && beginnings.stream().noneMatch(key::startsWith))
                .sorted()
                .toList();
        assertEquals(List.of(), unused, "texts that the code does not mention");
    }

    @Test
    void everyTextTheCodeMentionsIsThere() {
        Set<String> topics = new TreeSet<>();
        own.get(Language.KK).keySet().forEach(key -> topics.add(key.substring(0, key.indexOf('.') + 1)));
        topics.remove("");
        List<String> missing = new ArrayList<>();
        for (String literal : new TreeSet<>(literals)) {
            boolean key =
                    topics.stream().anyMatch(topic -> literal.startsWith(topic) && literal.length() > topic.length());
            if (key && !literal.matches(".*[.-]") && !all.has(literal)) {
                missing.add(literal);
            }
        }
        assertEquals(List.of(), missing, "texts that no language has");
    }

    @Test
    void whateverTheAuditTrailIsToldHasWords() {
        AuditCodes told = new AuditCodes(SOURCES);
        assertEquals(
                List.of(),
                told.kinds.stream()
                        .filter(kind -> !kind.isEmpty() && !all.has("page.audit.kind." + kind))
                        .toList(),
                "kinds of records without page.audit.kind.");
        Set<String> without = new TreeSet<>();
        told.details.forEach(detail -> without.addAll(AuditDetail.unknown(all, detail)));
        assertEquals(Set.of(), without, "words of details without " + AuditDetail.WORD);
    }
}
