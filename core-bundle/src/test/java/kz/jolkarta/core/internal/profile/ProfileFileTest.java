package kz.jolkarta.core.internal.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileFileTest {
    private static final List<Integer> OFFERED = List.of(1, 2, 3);

    @TempDir
    Path folder;

    private ProfileFile file(String... lines) throws IOException {
        Files.write(folder.resolve(ProfileFile.NAME), List.of(lines));
        return new ProfileFile(List.of(folder.resolve("absent"), folder));
    }

    @Test
    void aNodeWithoutSettingsHoldsEverything() {
        ProfileFile.Lists lists = new ProfileFile(List.of(folder)).read();
        assertTrue(lists.measures().holds(19));
        assertTrue(lists.centres().holds(23));
    }

    @Test
    void onlyWhatIsListedIsHeld() throws IOException {
        ProfileFile.Lists lists = file("measures = 1, 3,07", "centres = none").read();
        assertEquals(new Wanted(false, Set.of(1, 3, 7)), lists.measures());
        assertFalse(lists.measures().holds(2));
        assertFalse(lists.centres().holds(23));
        assertEquals(List.of(7), lists.measures().unknown(OFFERED));
    }

    @Test
    void aWordThatIsNoNumberIsNamed() throws IOException {
        ProfileFile file = file("measures = 1,x");
        assertTrue(assertThrows(IllegalArgumentException.class, file::read)
                .getMessage()
                .contains("\"x\""));
    }

    @Test
    void writingChangesTheListsAndNothingElse() throws IOException {
        ProfileFile file = file("# a word of the operator", "profile = region", "measures = all", "centres = 23");
        ProfileFile.Lists before = file.read();
        file.write(new ProfileFile.Lists(
                before.measures().without(2, OFFERED), before.centres().with(75)));
        List<String> lines = Files.readAllLines(folder.resolve(ProfileFile.NAME));
        assertEquals(List.of("# a word of the operator", "profile = region"), lines.subList(0, 2));
        assertEquals(Set.of("measures = 1,3", "centres = 23,75"), Set.copyOf(lines.subList(2, 4)));
        assertEquals(4, lines.size());
    }

    @Test
    void addingToEverythingLeavesEverything() {
        assertEquals("all", Wanted.of("all").with(5).toString());
        assertEquals("none", Wanted.of("5").without(5, OFFERED).toString());
    }
}
