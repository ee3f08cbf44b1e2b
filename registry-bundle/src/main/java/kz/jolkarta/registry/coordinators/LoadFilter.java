package kz.jolkarta.registry.coordinators;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;

/**
 * Which cabinets a list of loads holds; an empty member means all.
 *
 * @param territory KATO code of a unit; all below it too
 * @param covered whether with a coordinator today, or without
 */
public record LoadFilter(Optional<String> territory, Optional<Boolean> covered, Order order) {
    /** The orders of the list; equal ones by the cabinet's number. */
    public enum Order {
        ID("id", Comparator.comparing(CabinetLoad::cabinetId)),
        CHILDREN("-children", Comparator.comparing(CabinetLoad::children).reversed()),
        OVERDUE("-overdue", Comparator.comparing(CabinetLoad::overdueSteps).reversed()),
        TASKS("-tasks", Comparator.comparing(CabinetLoad::openTasks).reversed());

        private final String code;
        private final transient Comparator<CabinetLoad> comparator;

        Order(String code, Comparator<CabinetLoad> comparator) {
            this.code = code;
            this.comparator = comparator.thenComparing(CabinetLoad::cabinetId);
        }

        /** @param text what was asked for; by the cabinet's number when it is blank */
        static Order of(String text) {
            if (text == null || text.isBlank()) {
                return ID;
            }
            return List.of(values()).stream()
                    .filter(order -> order.code.equals(text.strip()))
                    .findFirst()
                    .orElseThrow(() -> Problem.field("sort", "record.choice", "id, -children, -overdue, -tasks"));
        }

        Comparator<CabinetLoad> comparator() {
            return comparator;
        }
    }

    /** Names of the filters in use. */
    String names() {
        return String.join(
                ",",
                Stream.of(territory.map(x -> "territory"), covered.map(x -> "covered"))
                        .flatMap(Optional::stream)
                        .toList());
    }
}
