package kz.jolkarta.starter.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The start script has words for all that it is told, the same in each language. */
class WordsTest {
    private static final Path TEXTS = Path.of("../distribution/src/main/resources/texts");
    private static final Pattern TEXT = Pattern.compile("(?m)^text_([a-z_]+)='");
    private static final Pattern CODE = Pattern.compile("\"!?((?:backup|restore)_[a-z_]+)\"");

    @Test
    void everyCodeHasWordsInThreeLanguages() throws IOException {
        Map<String, String> kazakh = texts("kk");
        for (String other : List.of("ru", "en")) {
            Map<String, String> texts = texts(other);
            assertEquals(kazakh.keySet(), texts.keySet(), other);
            kazakh.forEach((code, text) -> assertEquals(facts(text), facts(texts.get(code)), other + " " + code));
        }
        Set<String> codes = new TreeSet<>();
        for (Path source : Disk.files(Path.of("src/main/java"))) {
            CODE.matcher(Files.readString(source)).results().forEach(found -> codes.add(found.group(1)));
        }
        assertTrue(codes.size() > 30 && kazakh.keySet().containsAll(codes), codes::toString);
        Set<String> unused = new TreeSet<>(kazakh.keySet());
        unused.removeIf(code -> !code.matches("(backup|restore)_.*") || codes.contains(code));
        String script = Files.readString(Path.of("../../jolkarta"));
        unused.removeIf(code -> script.contains(" " + code));
        assertEquals(Set.of(), unused);
    }

    private static Map<String, String> texts(String language) throws IOException {
        String all = Files.readString(TEXTS.resolve(language + ".txt"));
        Map<String, String> texts = new TreeMap<>();
        Matcher text = TEXT.matcher(all);
        while (text.find()) {
            int end = all.indexOf("\ntext_", text.end());
            texts.put(text.group(1), all.substring(text.end(), end < 0 ? all.length() : end));
        }
        return texts;
    }

    /** How many facts belong into it. */
    private static int facts(String text) {
        return text.split("%s", -1).length - 1;
    }
}
