package kz.jolkarta.registry.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.measure.DeliverableType;
import kz.jolkarta.core.measure.Measures.Installed;

/** Materials of a year in three languages; those who are shown have consented when the material is adopted. */
final class DemoMaterials {
    private static final List<String> LANGUAGES = List.of("kk", "kk", "ru", "kk", "ru", "en");

    private final DemoScene scene;
    private final Installed measure;
    private final List<Long> consented;
    private final List<Long> shown = new ArrayList<>();

    DemoMaterials(DemoScene scene, Installed measure, List<Long> consented) {
        this.scene = scene;
        this.measure = measure;
        this.consented = consented;
    }

    void write() {
        int made = 0;
        for (DeliverableType type : measure.deliverables()) {
            for (int i = 0; i < 8 && scene.words.has("channel-" + type.code()); i++) {
                material(type, LANGUAGES.get(made % LANGUAGES.size()), made++);
            }
        }
    }

    /** Children shown in adopted materials. */
    List<Long> shown() {
        return List.copyOf(shown);
    }

    private void material(DeliverableType type, String language, int number) {
        LocalDate day = scene.between(scene.today.minusMonths(11), scene.today);
        String state = number % 9 == 7 ? "REVIEW" : number % 9 == 8 ? "DRAFT" : "ADOPTED";
        boolean adopted = state.equals("ADOPTED");
        boolean paid = scene.chance(60);
        long id = scene.id();
        scene.add(
                "deliverable",
                "id",
                id,
                "measure",
                measure.code(),
                "type",
                type.code(),
                "title",
                scene.one("title-" + language),
                "territory",
                DemoScene.REGION,
                "state",
                state,
                "deliverable_year",
                day.getYear(),
                "language",
                language,
                "channel",
                scene.one("channel-" + type.code()),
                "link",
                "https://example.kz/" + type.code() + "/" + (100 + number),
                "reach",
                adopted ? 500L + scene.random.nextInt(20_000) : null,
                "amount",
                paid ? (50_000L + 10_000L * scene.random.nextInt(40)) * 100 : null,
                "source",
                paid ? (scene.chance(70) ? "LOCAL_BUDGET" : "OFF_BUDGET") : null,
                "adopted_on",
                adopted ? day : null,
                "created_by",
                0L,
                "created_at",
                scene.now);
        scene.audited("deliverable", id, DemoScene.REGION);
        if (type.showsChildren() && number % 3 == 0) {
            for (long child : scene.some(consented, 1 + scene.random.nextInt(2))) {
                scene.add("deliverable_child", "deliverable_id", id, "child_id", child);
                if (adopted) {
                    shown.add(child);
                }
            }
        }
    }
}
