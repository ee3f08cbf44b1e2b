package kz.jolkarta.registry.figures;

import static kz.jolkarta.registry.figures.Population.NOW;
import static kz.jolkarta.registry.figures.Population.insert;
import static kz.jolkarta.registry.figures.Population.row;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.db.Tx;

/** What else is kept around the children: coordinators, marks, road maps with their steps, doubtful rows of lists. */
final class Surroundings {
    private final Population of;

    Surroundings(Population of) {
        this.of = of;
    }

    void write(Tx tx) {
        appointments(tx);
        marks(tx);
        roadMaps(tx);
        doubts(tx);
    }

    private void appointments(Tx tx) {
        insert(tx, "appointment", 30, i -> {
            LocalDate from = of.near(of.below(3));
            return row(
                    "id",
                    of.id(),
                    "organisation_id",
                    of.someOrganisation(),
                    "staff_id",
                    of.someStaff(),
                    "order_number",
                    "12",
                    "order_date",
                    from,
                    "valid_from",
                    from,
                    "valid_to",
                    of.below(2) == 0 ? null : from.plusYears(1),
                    "created_by",
                    1L,
                    "created_at",
                    NOW);
        });
    }

    /** Of school years about the days. */
    private void marks(Tx tx) {
        insert(
                tx,
                "child_marks",
                of.children(),
                i -> row(
                        "child_id",
                        1L + i,
                        "school_year",
                        2022 + of.below(4),
                        "excellent",
                        of.below(3) > 0,
                        "recorded_on",
                        of.near(0)));
    }

    private void roadMaps(Tx tx) {
        List<Long> forms = new ArrayList<>();
        insert(tx, "road_map_form", 3, i -> {
            forms.add(of.id());
            return row(
                    "id",
                    forms.get(i),
                    "form_no",
                    i + 1,
                    "state",
                    "PUBLISHED",
                    "content",
                    "{}",
                    "published_on",
                    LocalDate.of(2023, 9, 1),
                    "created_by",
                    1L,
                    "created_at",
                    NOW);
        });
        List<Long> maps = new ArrayList<>();
        insert(tx, "road_map", of.children(), i -> {
            String state = of.any("DRAFT", "APPROVED", "APPROVED", "CLOSED");
            maps.add(of.id());
            return row(
                    "id",
                    maps.get(i),
                    "child_id",
                    1L + i / 2,
                    "form_id",
                    forms.get(of.below(forms.size())),
                    "school_year",
                    2024 + i % 2,
                    "state",
                    state,
                    "content",
                    "{}",
                    "due_on",
                    of.near(0),
                    "drawn_up_on",
                    of.near(1),
                    "approved_on",
                    state.equals("DRAFT") ? null : of.near(1),
                    "closed_on",
                    state.equals("CLOSED") ? of.near(0) : null,
                    "created_by",
                    1L,
                    "created_at",
                    NOW);
        });
        insert(tx, "road_map_step", 2 * maps.size(), i -> {
            String state = of.any("PLANNED", "DONE", "DROPPED");
            return row(
                    "id",
                    of.id(),
                    "road_map_id",
                    maps.get(i / 2),
                    "ordinal",
                    i % 2,
                    "title",
                    "Олимпиада",
                    "measure",
                    "",
                    "due_on",
                    of.near(0),
                    "state",
                    state,
                    "done_on",
                    state.equals("DONE") ? of.near(0) : null);
        });
    }

    private void doubts(Tx tx) {
        long list = of.id();
        insert(
                tx,
                "import_batch",
                1,
                i -> row(
                        "id",
                        list,
                        "owner",
                        1L,
                        "territory",
                        "",
                        "file_name",
                        "тізім.csv",
                        "dry_run",
                        false,
                        "header_row",
                        0,
                        "headings",
                        "[]",
                        "mapping",
                        "{}",
                        "created_at",
                        Instant.parse("2025-02-28T09:00:00Z"),
                        "content",
                        new byte[] {1}));
        insert(tx, "doubtful_pair", 60, i -> {
            boolean open = of.below(2) == 0;
            return row(
                    "id",
                    of.id(),
                    "import_id",
                    list,
                    "row_no",
                    i,
                    "child_id",
                    of.someChild(),
                    "territory",
                    of.place(),
                    "evidence",
                    "name",
                    "row_json",
                    "{}",
                    "row_key",
                    "key" + i,
                    "decision",
                    open ? "OPEN" : "SAME",
                    "decided_at",
                    open ? null : of.near(0).atTime(9, 0).toInstant(ZoneOffset.UTC));
        });
    }
}
