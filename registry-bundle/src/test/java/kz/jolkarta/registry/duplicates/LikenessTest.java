package kz.jolkarta.registry.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.registry.Sex;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final LocalDate BORN = LocalDate.of(2014, 3, 7);
    private static final Candidate CHILD = child("Ахметов", "Әлихан", "Серікұлы", BORN, "", "");

    private static Candidate child(
            String surname, String given, String patronymic, LocalDate born, String iin, String document) {
        return new Candidate(
                1,
                iin,
                Candidate.folded(surname),
                Candidate.folded(given),
                Candidate.folded(patronymic),
                born,
                Sex.MALE,
                "куәлік",
                document,
                "233630100",
                7L);
    }

    private static boolean proposed(Candidate one, Candidate other) {
        return Likeness.of(one, other).filter(Likeness::proposed).isPresent();
    }

    private static Set<Evidence> evidence(Candidate one, Candidate other) {
        return Likeness.of(one, other).map(Likeness::evidence).orElse(Set.of());
    }

    @Test
    void theSameNamesAndBirthDateAreProposedHoweverTheyAreSpelled() {
        assertTrue(proposed(CHILD, child("Akhmetov", "Alikhan", "", BORN, "", "")));
        assertTrue(proposed(CHILD, child("Әлихан", "Ахметов", "Серікұлы", BORN, "", "")));
        assertTrue(proposed(CHILD, child("Ахмедов", "Алихан", "", BORN, "", "")));
    }

    @Test
    void twinsAreNeverProposedOnSurnameBirthDateAndSchoolAlone() {
        Candidate twin = child("Ахметов", "Әлижан", "Серікұлы", BORN, "", "");
        assertEquals(Optional.empty(), Likeness.of(CHILD, twin));
        Candidate numbered = child("Ахметов", "Әлихан", "Серікұлы", BORN, "140307500012", "");
        Candidate next = child("Ахметов", "Әлижан", "Серікұлы", BORN, "140307500023", "");
        assertEquals(Optional.empty(), Likeness.of(numbered, next), "two numbers, given out one after the other");
    }

    @Test
    void oneDocumentSpeaksForOneChildWhateverTheNamesSay() {
        assertTrue(proposed(
                child("Ахметов", "Әлихан", "", BORN, "", "АБ 12345"),
                child("Ахметов", "Али", "", BORN, "", "аб 12345")));
    }

    @Test
    void twoNumbersThatWereBothIssuedOutweighTheNames() {
        Candidate one = child("Ахметов", "Әлихан", "Серікұлы", BORN, "140307500012", "");
        Candidate other = child("Ахметов", "Әлихан", "Серікұлы", BORN, "140307511119", "");
        assertFalse(proposed(one, other));
        assertTrue(evidence(one, other).contains(Evidence.OTHER_IIN));
    }

    @Test
    void aNumberThatWasTypedWronglyIsNoOtherNumber() {
        Candidate one = child("Ахметов", "Әлихан", "", BORN, "140307500012", "");
        assertTrue(evidence(one, child("Ахметов", "Әлихан", "", BORN, "140307500013", ""))
                .contains(Evidence.IIN_ALIKE));
        assertTrue(evidence(one, child("Ахметов", "Әлихан", "", BORN, "140307500021", ""))
                .contains(Evidence.IIN_ALIKE));
        assertTrue(evidence(one, child("Ахметов", "Әлихан", "", BORN, "140307510002", ""))
                .contains(Evidence.OTHER_IIN));
    }

    @Test
    void aBirthDateMayBeWrittenWrongly() {
        assertTrue(proposed(CHILD, child("Ахметов", "Әлихан", "Серікұлы", LocalDate.of(2014, 7, 3), "", "")));
        assertTrue(proposed(CHILD, child("Ахметов", "Әлихан", "Серікұлы", LocalDate.of(2013, 3, 7), "", "")));
        assertFalse(proposed(CHILD, child("Ахметов", "Әлихан", "Серікұлы", LocalDate.of(2011, 8, 21), "", "")));
    }

    @Test
    void aGivenNameAndABirthDateAreEnoughWithTheRepresentativesPhoneOnly() {
        Likeness likeness =
                Likeness.of(CHILD, child("Омаров", "Әлихан", "", BORN, "", "")).orElseThrow();
        assertFalse(likeness.proposed());
        assertTrue(likeness.with(Set.of(Evidence.SAME_PHONE)).proposed());
    }

    @Test
    void oneLetterApartIsOneLetterApart() {
        assertTrue(Likeness.oneApart("ahmetov", "ahmedov"));
        assertTrue(Likeness.oneApart("ahmetov", "ahmeto"));
        assertTrue(Likeness.oneApart("ahmetov", "ahmettov"));
        assertFalse(Likeness.oneApart("ahmetov", "ahmatdv"));
        assertFalse(Likeness.oneApart("kim", "kin"));
        assertFalse(Likeness.oneApart("ahmetov", "omarov"));
    }
}
