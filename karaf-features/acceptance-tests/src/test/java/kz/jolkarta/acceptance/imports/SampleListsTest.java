package kz.jolkarta.acceptance.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.OwnNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two sample lists of coordinators: a tidy one in Kazakh, one in Russian with every kind of fault. */
class SampleListsTest {
    @TempDir
    static Path folder;

    private static OwnNode own;
    private static Api api;
    private static Imports imports;

    @BeforeAll
    static void start() {
        own = OwnNode.unpacked(folder);
        api = own.start().api();
        imports = new Imports(api);
    }

    @AfterAll
    static void stop() {
        own.close();
    }

    @Test
    void aTidyListIsCreatedOnceUnchangedTheSecondTimeAndGoneWhenUndone() {
        Path list = Imports.sample("children-atyrau-kk.xlsx", folder);

        String first = imports.start(list);
        JsonNode created = imports.done(first);
        JsonNode again = imports.whole(list);

        assertEquals(1500, Imports.count(created, "created"));
        assertEquals(1500, Imports.count(created, "read"));
        assertEquals(1500, Imports.count(again, "unchanged"));
        assertEquals(1500, Imports.count(again, "read"));

        api.delete(first);
        JsonNode undone =
                api.get("/api/children?territory=230000000").expect(200).json();
        assertEquals(0, undone.get("items").size(), undone.toString());
        assertEquals(1500, Imports.count(imports.whole(list), "created"), "and may come again");
    }

    @Test
    void everyFaultOfAMessyListIsAnsweredAndTheCorrectedCopyImportsClean() throws IOException {
        Path list = Imports.sample("children-north-kazakhstan-ru-messy.csv", folder);

        String location = imports.start(list);
        JsonNode done = imports.done(location);
        List<JsonNode> remarks = imports.remarks(location);

        assertEquals(800, Imports.count(done, "read"));
        assertEquals(800, Imports.sum(done), done.toString());
        Set<Integer> refused = rows(remarks, "rejected");
        Set<Integer> doubtful = rows(remarks, "doubtful");
        assertEquals(Imports.count(done, "rejected"), refused.size(), "each rejected row is explained");
        assertEquals(Imports.count(done, "doubtful"), doubtful.size(), "each doubtful row is explained");
        remarks.forEach(remark -> {
            assertFalse(remark.get("reason").asText().isBlank(), remark.toString());
            assertFalse(remark.get("remedy").asText().isBlank(), remark.toString());
        });
        assertTrue(
                rows(remarks, "repaired").size() >= 31 + 12 + 1,
                "readable dates, capitals and zeros are repaired and said so");

        JsonNode again = imports.whole(list);
        assertEquals(0, Imports.count(again, "created"));
        assertEquals(0, Imports.count(again, "updated"), "the same file twice changes nothing");

        byte[] copy = api.get(location + "/errors.xlsx").expect(200).bytes();
        Path corrected = folder.resolve("corrected.xlsx");
        int mended = CorrectedCopy.write(copy, refused, doubtful, corrected);
        JsonNode clean = imports.whole(corrected);
        assertEquals(
                0,
                Imports.count(clean, "rejected"),
                () -> imports.remarks("/api/imports/" + clean.get("id").asText())
                        .toString());
        assertEquals(0, Imports.count(clean, "doubtful"));
        assertEquals(mended, Imports.count(clean, "created"), "those that were refused are there now");
    }

    @Test
    void aFileThatIsNoListIsRefusedInWords() throws IOException {
        Path text = Files.writeString(folder.resolve("letter.docx"), "Құрметті әріптес!");
        for (String language : List.of("kk", "ru", "en")) {
            Api.Reply reply = api.in(language).upload("/api/imports", text, java.util.Map.of());
            assertTrue(reply.status() >= 400 && reply.status() < 500, reply.toString());
            assertEquals(
                    "application/problem+json", reply.header("Content-Type").split(";")[0]);
            assertFalse(reply.json().get("title").asText().isBlank());
        }
    }

    private static Set<Integer> rows(List<JsonNode> remarks, String outcome) {
        return remarks.stream()
                .filter(remark -> remark.get("outcome").asText().equals(outcome))
                .map(remark -> remark.get("row").asInt())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
