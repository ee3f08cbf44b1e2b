package kz.jolkarta.registry.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.registry.children.NameKey;

/** Organisations, staff, and what is known of the children beyond the list. */
final class DemoPeople {
    private static final List<String> LEVELS = List.of(
            "SCHOOL", "SCHOOL", "DISTRICT", "DISTRICT", "DISTRICT", "REGION", "REGION", "REPUBLIC", "INTERNATIONAL");

    private final DemoScene scene;
    private final LocalDate since;
    private final List<Long> coaches = new ArrayList<>();
    private String psychologist = "";

    DemoPeople(DemoScene scene, LocalDate since) {
        this.scene = scene;
        this.since = since;
    }

    void write() {
        organisations("cabinet", "CABINET", "METHODIST", "COORDINATOR", "PSYCHOLOGIST");
        organisations("technopark", "TECHNOPARK", "DIRECTOR", "TEACHER", "TEACHER");
        organisations("camp", "CAMP", "DIRECTOR");
        organisations("sanatorium", "SANATORIUM", "DIRECTOR");
        scene.children.forEach(this::child);
    }

    private void organisations(String words, String kind, String... positions) {
        for (String entry : scene.words.all(words)) {
            String territory = entry.substring(0, entry.indexOf('='));
            String name = entry.substring(entry.indexOf('=') + 1);
            long id = scene.id();
            scene.add(
                    "organisation",
                    "id",
                    id,
                    "kind",
                    kind,
                    "name",
                    name,
                    "name_key",
                    NameKey.of(name),
                    "territory",
                    territory,
                    "created_at",
                    scene.now);
            for (String position : positions) {
                staff(id, position);
            }
        }
    }

    private void staff(long organisation, String position) {
        String surname = scene.one("surname");
        String given = scene.one("given");
        long id = scene.id();
        scene.add(
                "staff",
                "id",
                id,
                "organisation_id",
                organisation,
                "surname",
                surname,
                "given_name",
                given,
                "name_key",
                NameKey.of(surname, given, ""),
                "position",
                position,
                "phone",
                "+7701" + (1_000_000 + scene.random.nextInt(9_000_000)),
                "valid_from",
                since.minusMonths(scene.random.nextInt(36)),
                "created_at",
                scene.now);
        if (position.equals("TEACHER")) {
            coaches.add(id);
        }
        if (position.equals("PSYCHOLOGIST")) {
            psychologist = surname + " " + given;
        }
    }

    private void child(DemoChild child) {
        boolean touched = false;
        if (scene.chance(35)) {
            scene.add(
                    "consent",
                    "id",
                    scene.id(),
                    "child_id",
                    child.id(),
                    "purpose",
                    "PUBLICITY",
                    "given_on",
                    scene.between(since, since.plusMonths(2)),
                    "template",
                    "kk-1");
            touched = true;
        }
        int wins = scene.chance(30) ? 1 + scene.random.nextInt(2) : 0;
        for (int i = 0; i < wins; i++) {
            achievement(child);
            touched = true;
        }
        if (scene.chance(25)) {
            diagnostics(child);
            touched = true;
        }
        if (touched) {
            scene.audited("child", child.id(), child.territory());
        }
    }

    private void achievement(DemoChild child) {
        int place = scene.random.nextInt(5);
        scene.add(
                "achievement",
                "id",
                scene.id(),
                "child_id",
                child.id(),
                "event",
                scene.one("competition"),
                "organiser",
                scene.one("organiser"),
                "level",
                scene.one(LEVELS),
                "place",
                place >= 1 && place <= 3 ? place : null,
                "prize",
                place == 4,
                "won_on",
                scene.between(since, scene.today),
                "coach_id",
                scene.chance(40) ? scene.one(coaches) : null);
    }

    private void diagnostics(DemoChild child) {
        LocalDate held = scene.between(since, scene.today);
        scene.add(
                "diagnostic_result",
                "id",
                scene.id(),
                "child_id",
                child.id(),
                "held_on",
                held,
                "method",
                scene.one("method"),
                "score",
                (55 + scene.random.nextInt(45)) + "/100",
                "norm",
                "60/100",
                "conclusion",
                scene.one("conclusion"),
                "psychologist",
                psychologist,
                "next_on",
                held.plusYears(1));
    }
}
