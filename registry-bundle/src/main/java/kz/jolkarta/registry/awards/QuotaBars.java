package kz.jolkarta.registry.awards;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.places.TerritoryChoice;

/** The caps of a year as bars: used, issued, before the commission, free; below a region's caps what its districts took. */
final class QuotaBars {
    private static final Set<AwardState> USED = Set.of(AwardState.ENDED);
    private static final Set<AwardState> ISSUED = Set.of(AwardState.ISSUED, AwardState.APPROVED);
    private static final Set<AwardState> BEFORE = Set.of(AwardState.PROPOSED, AwardState.COMMISSION);

    private final AwardWords look;
    private final Words words;
    private final TerritoryChoice territories;
    private final QuotaUse use;

    QuotaBars(AwardWords look, TerritoryChoice territories, QuotaUse use) {
        this.look = look;
        this.words = look.words();
        this.territories = territories;
        this.use = use;
    }

    /**
     * @param year of the caps
     * @param scope where the reader sees districts
     * @return empty for a measure without quotas
     */
    Optional<Block> card(int year, Scope scope, boolean setting) {
        List<AwardType> capped = look.measure().awards().stream()
                .filter(t -> t.quota() != AwardType.Quota.NONE)
                .toList();
        if (capped.isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        if (use.quotas().isEmpty()) {
            blocks.add(Block.Notice.of(Tone.NONE, words.text("page.quotas.none", String.valueOf(year))));
        } else {
            blocks.add(new Block.Meters(use.quotas().stream().map(this::bar).toList(), keys(true)));
        }
        capped.forEach(type -> districts(type, scope).ifPresent(meters -> {
            blocks.add(new Block.Heading(words.text("page.quotas.districts", look.kind(type.code()))));
            blocks.add(meters);
        }));
        String href = "/measures/" + look.measure().code() + "/quotas?year=" + year;
        Action open = Action.link(words.text(setting ? "page.quotas.set" : "page.quotas.open"), href);
        return Optional.of(Block.Card.of(words.text("page.quotas.card", String.valueOf(year)), blocks)
                .wide(8)
                .actions(open));
    }

    private List<Block.Part> keys(boolean free) {
        List<Block.Part> keys = new ArrayList<>(List.of(
                new Block.Part(words.text("page.quotas.used"), Tone.OK, 0),
                new Block.Part(words.text("page.quotas.issued"), Tone.PLAIN, 0),
                new Block.Part(words.text("page.quotas.before"), Tone.RUN, 0)));
        if (free) {
            keys.add(new Block.Part(words.text("page.quotas.free"), Tone.NONE, 0));
        }
        return keys;
    }

    private Block.Meter bar(Quota quota) {
        String prefix = Scope.prefix(quota.territory());
        Predicate<String> where = t -> t.startsWith(prefix);
        long used = use.awards(quota.type(), where, USED);
        long issued = Math.max(0, quota.used() - used);
        long before = use.awards(quota.type(), where, BEFORE);
        String place =
                quota.territory().isEmpty() ? words.text("budget.country") : territories.name(words, quota.territory());
        String value = words.text(
                "page.quotas.value",
                words.number(quota.used()),
                words.number(quota.cap()),
                words.number(Math.max(0, quota.free())));
        String href = "/measures/" + look.measure().code() + "/quotas/" + quota.id();
        return new Block.Meter(
                place + " · " + look.kind(quota.type()), value, href, parts(used, issued, before, quota.cap()));
    }

    /** Shares of the whole, together at most 100 per cent; what is left of it is free. */
    private List<Block.Part> parts(long used, long issued, long before, long whole) {
        List<Block.Part> parts = new ArrayList<>();
        int left = 100;
        left -= add(parts, "page.quotas.used", Tone.OK, used, whole, left);
        left -= add(parts, "page.quotas.issued", Tone.PLAIN, issued, whole, left);
        left -= add(parts, "page.quotas.before", Tone.RUN, before, whole, left);
        return parts;
    }

    private int add(List<Block.Part> parts, String key, Tone tone, long some, long whole, int left) {
        int percent = whole == 0 ? 0 : (int) Math.min(left, Math.round(100.0 * some / whole));
        if (some > 0) {
            parts.add(new Block.Part(words.text(key) + ": " + words.number(some), tone, percent));
        }
        return percent;
    }

    /** Bars against the district that took most; only of regions whose districts the reader sees. */
    private Optional<Block> districts(AwardType type, Scope scope) {
        Map<String, String> units = new TreeMap<>();
        use.tallies().stream()
                .filter(t -> t.type().equals(type.code()) && scope.covers(t.territory()))
                .forEach(t ->
                        units.put(t.territory().substring(0, 4), t.territory().substring(0, 4) + "00000"));
        if (units.size() < 2
                || units.keySet().stream()
                                .map(u -> u.substring(0, 2))
                                .distinct()
                                .count()
                        > 1) {
            return Optional.empty();
        }
        long most = units.keySet().stream().mapToLong(u -> all(type, u)).max().orElse(0);
        List<Block.Meter> meters = words.sorted(units.entrySet(), e -> territories.name(words, e.getValue())).stream()
                .map(e -> district(type, e.getKey(), e.getValue(), most))
                .toList();
        return Optional.of(new Block.Meters(meters, List.of()));
    }

    private long all(AwardType type, String prefix) {
        Predicate<String> where = t -> t.startsWith(prefix);
        return use.awards(type.code(), where, USED)
                + use.awards(type.code(), where, ISSUED)
                + use.awards(type.code(), where, BEFORE);
    }

    private Block.Meter district(AwardType type, String prefix, String code, long most) {
        Predicate<String> where = t -> t.startsWith(prefix);
        long used = use.awards(type.code(), where, USED);
        long issued = use.awards(type.code(), where, ISSUED);
        long before = use.awards(type.code(), where, BEFORE);
        return new Block.Meter(
                territories.name(words, code),
                words.text("page.quotas.district-value", words.number(used + issued), words.number(before)),
                look.list() + "?type=" + type.code() + "&territory=" + code,
                parts(used, issued, before, most));
    }
}
