package kz.jolkarta.registry.children;

import java.time.LocalDate;
import java.util.List;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.registry.places.Place;
import kz.jolkarta.registry.roadmaps.MapStanding;

/**
 * A child in a list; what may be null is left out.
 *
 * @param iin masked but for the last four digits
 * @param categories those valid today
 * @param roadMap of the school year that runs
 * @param steps of this map without the dropped ones; null without a map
 * @param stepsDone how many of them are done
 * @param notReached numbers of the measures that the child is entitled to and has no record of this year
 */
public record ChildRow(
        long id,
        String iin,
        String surname,
        String givenName,
        String patronymic,
        LocalDate birthDate,
        Sex sex,
        Place territory,
        Boolean rural,
        School school,
        Integer grade,
        String gradeLetter,
        List<Category> categories,
        List<TalentField> talents,
        MapStanding roadMap,
        Integer steps,
        Integer stepsDone,
        List<Integer> notReached,
        ChildState state) {}
