package kz.jolkarta.registry.demo;

import java.time.LocalDate;
import java.util.List;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Measures.Installed;

/** Two years of vouchers: quotas, vouchers in every state as their days come and go, and the money paid for them. */
final class DemoCamps {
    private final DemoScene scene;
    private final Installed measure;
    private final LocalDate since;
    private int number;
    private LocalDate from;

    /** @param since the day the children were registered on */
    DemoCamps(DemoScene scene, Installed measure, LocalDate since) {
        this.scene = scene;
        this.measure = measure;
        this.since = since;
    }

    /**
     * @param kind of award
     * @param place where they go
     * @param entitled children who may get one, in the order of the list
     */
    void write(String kind, int year, int cap, DemoStore.Place place, List<DemoChild> entitled) {
        AwardType type = measure.award(kind).orElseThrow();
        long quota = scene.id();
        List<DemoChild> holders = scene.some(entitled, cap + 6);
        int used = 0;
        for (DemoChild child : holders) {
            String state = state(kind, year, used < cap);
            boolean placed = state.equals("APPROVED") || state.equals("ISSUED") || state.equals("ENDED");
            used += placed ? 1 : 0;
            voucher(type, year, place, child, state, placed ? quota : null);
        }
        scene.add(
                "quota",
                "id",
                quota,
                "measure",
                measure.code(),
                "type",
                kind,
                "territory",
                DemoScene.REGION,
                "quota_year",
                year,
                "cap",
                cap,
                "used",
                used);
        scene.audited("quota", quota, DemoScene.REGION);
    }

    private String state(String kind, int year, boolean free) {
        LocalDate summer = LocalDate.of(year, 6, 5);
        boolean inSummer = kind.equals("camp") && !since.isAfter(summer);
        LocalDate first = inSummer ? summer : LocalDate.of(year, 2, 1);
        LocalDate last = inSummer ? LocalDate.of(year, 8, 10) : LocalDate.of(year, 12, 18);
        from = scene.between(first.isBefore(since) ? since : first, last);
        int lot = scene.random.nextInt(100);
        if (!free) {
            return from.isBefore(scene.today) ? "REFUSED" : "COMMISSION";
        }
        if (from.plusDays(12).isBefore(scene.today)) {
            return lot < 82 ? "ENDED" : lot < 91 ? "RETURNED" : "REFUSED";
        }
        if (!from.isAfter(scene.today)) {
            return "ISSUED";
        }
        return lot < 30 ? "PROPOSED" : lot < 60 ? "COMMISSION" : lot < 85 ? "APPROVED" : "ISSUED";
    }

    private void voucher(AwardType type, int year, DemoStore.Place place, DemoChild child, String state, Long quota) {
        long id = scene.id();
        long amount = (150_000L + 5_000L * scene.random.nextInt(15)) * 100;
        boolean gone = state.equals("REFUSED") || state.equals("RETURNED");
        boolean numbered = !state.equals("PROPOSED") && !state.equals("COMMISSION") && !state.equals("REFUSED");
        scene.add(
                "award",
                "id",
                id,
                "measure",
                measure.code(),
                "type",
                type.code(),
                "award_year",
                year,
                "territory",
                child.territory(),
                "child_id",
                child.id(),
                "quota_id",
                quota,
                "state",
                state,
                "reason",
                gone ? scene.one(state.equals("RETURNED") ? "returned" : "refused") : null,
                "document_number",
                numbered ? "АТ-" + year + "-" + (1000 + number++) : null,
                "place",
                place.name(),
                "date_from",
                from,
                "date_to",
                from.plusDays(12),
                "amount",
                amount,
                "source",
                "LOCAL_BUDGET",
                "holder_key",
                gone ? null : measure.code() + "|" + type.code() + "|c" + child.id() + "|" + year,
                "fields",
                fields(type),
                "proposed_by",
                0L,
                "approved_by",
                quota == null ? null : 0L,
                "created_at",
                scene.now);
        scene.audited("award", id, child.territory());
        if (state.equals("ISSUED") || state.equals("ENDED") || state.equals("RETURNED")) {
            pay(type, child, id, amount, state.equals("RETURNED"));
        }
    }

    private void pay(AwardType type, DemoChild child, long award, long amount, boolean back) {
        LocalDate day = from.minusDays(10).isAfter(scene.today) ? scene.today : from.minusDays(10);
        long payment = payment(type, child, award, day, amount, null);
        if (back) {
            payment(type, child, award, day.plusDays(5), -amount, payment);
        }
    }

    private long payment(AwardType type, DemoChild child, long award, LocalDate day, long amount, Long reverses) {
        long id = scene.id();
        scene.add(
                "payment",
                "id",
                id,
                "measure",
                measure.code(),
                "type",
                type.code(),
                "territory",
                child.territory(),
                "award_id",
                award,
                "paid_on",
                day,
                "amount",
                amount,
                "source",
                "LOCAL_BUDGET",
                "document_number",
                "П-" + (100 + number),
                "created_by",
                0L,
                "created_at",
                scene.now,
                "reverses",
                reverses);
        scene.audited("payment", id, child.territory());
        return id;
    }

    private String fields(AwardType type) {
        return type.fields().stream()
                .filter(f -> f.kind() == Field.Kind.CHOICE)
                .findFirst()
                .map(f -> "{\"" + f.code() + "\":\"" + scene.one(f.choices()) + "\"}")
                .orElse("{}");
    }
}
