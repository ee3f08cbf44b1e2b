package kz.jolkarta.registry.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.children.ChildChoice;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class DuplicatePagesTest {
    private static final String HERE = RecordWorld.VILLAGE;
    private static final String IIN = "140307500012";
    private static final String OTHER_IIN = "150307500012";

    private final User keeper = RecordWorld.coordinator(RecordWorld.REGION);
    private final User district = RecordWorld.coordinator(RecordWorld.DISTRICT);
    private final User country = RecordWorld.coordinator("");
    private Twofold two;
    private PageWorld pages;
    private DuplicatePages duplicates;
    private long one;
    private long other;
    private long pair;

    @BeforeEach
    void aChildRegisteredTwice(TestDatabase database) {
        two = new Twofold(database);
        pages = new PageWorld(two.world);
        Gazetteer gazetteer = new Gazetteer(database);
        duplicates = new DuplicatePages(
                two.pairs,
                two.merges,
                two.unmerges,
                new TerritoryChoice(gazetteer, two.world.clock),
                new ChildChoice(database, gazetteer, two.world.clock));
        one = two.child("Ахметов", "Әлихан", Twofold.BORN, HERE, IIN);
        other = two.child("Ахмедов", "Әлихан", Twofold.BORN, HERE, OTHER_IIN);
        pair = two.pairs.put(country, one, other);
    }

    private String list(User user, String... parameters) {
        return duplicates
                .list(PageWorld.reader(user), pages.words, PageWorld.address("duplicates", parameters))
                .toString();
    }

    private String open(User user, long id, String keep) {
        return duplicates.open(PageWorld.reader(user), pages.words, id, keep).toString();
    }

    private String open() {
        return open(keeper, pair, null);
    }

    private Response merge(String... fields) {
        return duplicates.merge(PageWorld.reader(keeper), pages.words, pair, PageWorld.form(fields));
    }

    private Response mergeInto(long keep, String surnameOf) {
        long gone = keep == one ? other : one;
        return merge(
                "keep", "" + keep,
                "keptVersion", "" + two.version(keep),
                "goneVersion", "" + two.version(gone),
                "version", "1",
                "fields.surname", surnameOf);
    }

    private String surname(long child) {
        return two.database
                .read(tx -> MergeStore.child(tx, child))
                .orElseThrow()
                .values()
                .get("surname");
    }

    private static void assertGoes(String done, Response answer) {
        assertEquals(303, answer.getStatus(), String.valueOf(answer.getEntity()));
        assertTrue(
                answer.getLocation().toString().endsWith("?done=page.duplicates.done." + done),
                answer.getLocation().toString());
    }

    @Test
    void whoComesUponTwoRecordsPutsThemIntoTheQueue() {
        long third = two.child("Ахметова", "Айша", Twofold.BORN, HERE, null);
        Response put = duplicates.put(
                PageWorld.reader(keeper), pages.words, PageWorld.form("one", "" + one, "other", "" + third));
        assertTrue(put.getLocation().toString().startsWith("/duplicates/"));
        Response same = duplicates.put(
                PageWorld.reader(keeper), pages.words, PageWorld.form("one", "" + one, "other", "" + one));
        assertEquals(400, same.getStatus());
    }

    private Response put(User user, String... fields) {
        return duplicates.put(PageWorld.reader(user), pages.words, PageWorld.form(fields));
    }

    @Test
    void theTwoAreFoundByNameInAnySpellingOrByNumber() {
        two.child("Ахметова", "Айша", Twofold.BORN, HERE, null);
        Response put = put(keeper, "one-search", IIN, "other-search", "akhmetova");
        assertEquals(303, put.getStatus(), String.valueOf(put.getEntity()));
        Response several = put(keeper, "one-search", "akhmet", "other-search", IIN);
        String offered = several.getEntity().toString();
        assertEquals(400, several.getStatus());
        assertTrue(offered.contains("Several were found."), offered);
        assertTrue(offered.contains("Option[value=" + one + ", label=Ахметов Әлихан · 7 Mar 2014 · "), offered);
    }

    @Test
    void nobodyIsFoundWhereTheUserMayNotChangeChildren() {
        two.child("Өтегенова", "Сәуле", Twofold.BORN, RecordWorld.CITY, null);
        String none = put(district, "one-search", "utegenova", "other-search", IIN)
                .getEntity()
                .toString();
        assertTrue(none.contains("Nothing is called so."), none);
        assertFalse(none.contains("Сәуле"), none);
    }

    @Test
    void theQueueNamesBothAndWhyTheyMayBeOne() {
        String all = list(keeper);
        assertTrue(all.contains("text=Ахметов Әлихан, small=7 Mar 2014 · "), all);
        assertTrue(all.contains("text=Ахмедов Әлихан, "), all);
        assertTrue(all.contains("href=/duplicates/" + pair), all);
        assertTrue(all.contains("The given name agrees, one letter of the surname differs"), all);
        assertTrue(all.contains("href=/api/duplicates.xlsx"), all);
    }

    @Test
    void aFilterStandsAsAChipAndTheOrderDoesNot() {
        String none = list(keeper, "state", "different", "sort", "-found");
        assertTrue(none.contains("Chip[label=State: different children, href=/duplicates?sort=-found,"), none);
        assertFalse(none.contains("Chip[label=Order"), none);
        assertFalse(none.contains("href=/duplicates/" + pair), none);
        assertTrue(none.contains("There is no such pair."), none);
        assertTrue(list(keeper, "q", "akhmedov").contains("href=/duplicates/" + pair));
        assertFalse(list(keeper, "likeness", "99").contains("href=/duplicates/" + pair));
    }

    @Test
    void theNewestComeFirstWhenThatIsChosenAndTwentyFiveStandOnAPage() {
        for (int i = 0; i < 25; i++) {
            two.pairs.put(
                    country,
                    two.child("Сапаров", "Нұрлан", Twofold.BORN, HERE),
                    two.child("Омаров", "Ерлан", Twofold.BORN, HERE));
        }
        String likely = list(keeper);
        assertTrue(likely.contains("href=/duplicates/" + pair), "the likeliest is on the first page");
        assertTrue(likely.contains("next=/duplicates?after="), likely);
        String newest = list(keeper, "sort", "-found");
        assertFalse(newest.contains("href=/duplicates/" + pair), "the oldest is on the second page");
    }

    @Test
    void theSearchIsAJobWithAPage() {
        Response begun = duplicates.search(
                PageWorld.reader(keeper), pages.words, PageWorld.form("territory", RecordWorld.DISTRICT));
        assertEquals(
                "/jobs/77?done=page.duplicates.searching", begun.getLocation().toString());
        assertTrue(list(keeper, "territory", RecordWorld.DISTRICT)
                .contains("values={territory=" + RecordWorld.DISTRICT + "}"));
        Response unknown =
                duplicates.search(PageWorld.reader(keeper), pages.words, PageWorld.form("territory", "999999999"));
        assertEquals(400, unknown.getStatus());
        assertTrue(unknown.getEntity().toString().contains("tone=LATE"));
        assertEquals(
                Problem.Kind.FORBIDDEN,
                assertThrows(
                                Problem.class,
                                () -> duplicates.search(
                                        PageWorld.reader(district),
                                        pages.words,
                                        PageWorld.form("territory", RecordWorld.CITY)))
                        .kind());
    }

    @Test
    void theyStandSideBySideWithTheDifferingFieldsFirstAndMaskedNumbers() {
        String shown = open();
        String surname = "Compared[field=Surname, left=Ахметов, right=Ахмедов, differs=true]";
        String given = "Compared[field=Given name, left=Әлихан, right=Әлихан, differs=false]";
        assertTrue(shown.contains(surname), shown);
        assertTrue(shown.indexOf(given) > shown.indexOf(surname), shown);
        assertTrue(
                shown.contains("Compared[field=IIN, left=••••••••0012, right=••••••••0012, differs=true]"),
                "that they differ is told of the whole numbers");
        assertFalse(shown.contains(IIN));
        assertFalse(shown.contains(OTHER_IIN));
    }

    @Test
    void theMergeIsShownBeforeItIsDone() {
        long both = two.activity();
        two.participation(one, both, "ATTENDED");
        two.participation(other, both, "ACCEPTED");
        two.participation(other, two.activity(), "ATTENDED");
        String shown = open();
        assertTrue(shown.contains("title=One child: record no. " + one + " stays"), shown);
        int moves = shown.indexOf("Goes over to record no. " + one);
        int stays = shown.indexOf("Stays with record no. " + other);
        assertTrue(moves > 0 && stays > moves, shown);
        assertTrue(shown.indexOf("participation in activities: 1", moves) < stays, shown);
        assertTrue(shown.indexOf("participation in activities: 1", stays) > stays, shown);
        assertTrue(shown.contains("href=/measures/information-support/activities/" + both), shown);
        assertTrue(shown.contains("submit=Merge record no. " + other + " into record no. " + one), shown);
        String turned = open(keeper, pair, String.valueOf(other));
        assertTrue(turned.contains("submit=Merge record no. " + one + " into record no. " + other), turned);
    }

    @Test
    void twoAreMergedWithTheChosenValuesAndAreTwoAgain() {
        assertGoes("merged", mergeInto(other, String.valueOf(one)));
        assertEquals("Ахметов", surname(other));
        String merged = open();
        assertTrue(merged.contains("submit=Undo: record no. " + one + " is there again"), merged);
        assertFalse(merged.contains("action=/duplicates/" + pair + "/merge"), merged);
        assertGoes(
                "unmerged",
                duplicates.unmerge(PageWorld.reader(keeper), pages.words, pair, PageWorld.form("version", "2")));
        assertEquals("Ахмедов", surname(other));
        assertTrue(open().contains("action=/duplicates/" + pair + "/merge"));
    }

    @Test
    void whatWasChangedSinceTheMergeIsNamedWhenItIsUndone() {
        assertGoes("merged", mergeInto(other, String.valueOf(one)));
        two.change(other, "surname", "Ахметова");
        Response undone =
                duplicates.unmerge(PageWorld.reader(keeper), pages.words, pair, PageWorld.form("version", "2"));
        assertEquals(200, undone.getStatus());
        String said = undone.getEntity().toString();
        assertTrue(said.contains("text=Surname, small=was changed, stays so in record no. " + other), said);
    }

    @Test
    void aRecordChangedSinceIsShownAsItIsAndTheChoiceIsKept() {
        Response again = merge(
                "keep", "" + other,
                "keptVersion", "99",
                "goneVersion", "" + two.version(one),
                "version", "1",
                "fields.surname", "" + one);
        assertEquals(Problem.Kind.STALE.status(), again.getStatus());
        String shown = again.getEntity().toString();
        assertTrue(shown.contains("Merge record no. " + one + " into record no. " + other), shown);
        assertTrue(shown.contains("name=fields.surname, label=Surname, kind=RADIO, values=[" + one + "]"), shown);
        assertTrue(shown.contains("name=keptVersion, label=, kind=HIDDEN, values=[" + two.version(other) + "]"), shown);
    }

    @Test
    void aWrongChoiceIsSaidAtItsField() {
        Response again = mergeInto(one, "5");
        assertEquals(400, again.getStatus());
        String shown = again.getEntity().toString();
        assertTrue(shown.matches("(?s).*name=fields\\.surname.*?error=[^,\\]]+.*"), shown);
    }

    @Test
    void twoChildrenAreSaidToBeTwoWithAReasonAndThatIsTakenBack() {
        Response again =
                duplicates.different(PageWorld.reader(keeper), pages.words, pair, PageWorld.form("version", "1"));
        assertEquals(400, again.getStatus());
        assertTrue(
                again.getEntity().toString().matches("(?s).*name=reason[^\\[]*\\[\\][^\\[]*\\[\\][^\\[]*error=\\w.*"),
                again.getEntity().toString());
        assertGoes(
                "different",
                duplicates.different(
                        PageWorld.reader(keeper),
                        pages.words,
                        pair,
                        PageWorld.form("version", "1", "reason", "Аттас балалар")));
        String decided = open();
        assertTrue(decided.contains("Reason: Аттас балалар"), decided);
        assertFalse(decided.contains("/merge"), decided);
        assertGoes(
                "withdrawn",
                duplicates.withdraw(PageWorld.reader(keeper), pages.words, pair, PageWorld.form("version", "2")));
        assertTrue(open().contains("action=/duplicates/" + pair + "/different"));
    }

    @Test
    void whenSomebodyElseHasDecidedThePageSaysSo() {
        two.pairs.different(keeper, pair, 1, "Аттас балалар");
        Response late = mergeInto(one, String.valueOf(one));
        assertEquals(Problem.Kind.STALE.status(), late.getStatus());
        String shown = late.getEntity().toString();
        assertTrue(shown.contains("Notice[tone=LATE"), shown);
        assertTrue(shown.contains("action=/duplicates/" + pair + "/withdraw"), shown);
    }

    @Test
    void ofTwoPlacesTheOneOutOfReachIsNotToldAndNothingIsDecided() {
        long city = two.child("Ахметов", "Нұрсұлтан", Twofold.BORN, RecordWorld.CITY);
        long apart = two.pairs.put(country, one, city);
        assertTrue(list(district).contains("text=A record outside your territory"));
        String shown = open(district, apart, null);
        assertFalse(shown.contains("Нұрсұлтан"), shown);
        assertFalse(shown.contains("Form["), shown);
        assertTrue(shown.contains("the region decides"), shown);
    }

    @Test
    void whoMayOnlyReadDecidesNothingAndStrangersSeeNothing() {
        User reader = new User(8, "u8", Map.of(Right.CHILDREN_READ, Scope.of(RecordWorld.REGION)), Language.EN);
        String shown = open(reader, pair, null);
        assertTrue(shown.contains("Compared[field=Surname"), shown);
        assertFalse(shown.contains("Form["), shown);
        assertFalse(list(reader).contains("/duplicates/searches"));
        assertFalse(list(reader).contains("/api/duplicates.xlsx"));
        User west = RecordWorld.coordinator(RecordWorld.ELSEWHERE);
        for (String keep : List.of("" + one, "" + other)) {
            assertEquals(
                    Problem.Kind.NOT_FOUND,
                    assertThrows(Problem.class, () -> open(west, pair, keep)).kind());
        }
    }
}
