package kz.jolkarta.registry.childpage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.registry.children.AchievementEntry;
import kz.jolkarta.registry.children.Child;
import kz.jolkarta.registry.children.ChildState;
import kz.jolkarta.registry.children.ChildTabs;
import kz.jolkarta.registry.children.ConsentEntry;
import kz.jolkarta.registry.children.Representative;
import kz.jolkarta.registry.entitlement.ChildEntitlements;
import kz.jolkarta.registry.entitlement.EntitlementState;
import kz.jolkarta.registry.proposals.ProposalView;
import kz.jolkarta.registry.staff.Phone;

/** The narrow column: what has not reached the child, what it achieved, what was consented to, who is there for it. */
final class SideBlocks {
    private final Words words;
    private final Child child;
    private final LocalDate today;

    SideBlocks(Words words, Child child, LocalDate today) {
        this.words = words;
        this.child = child;
        this.today = today;
    }

    private String page(String part) {
        return ChildTabs.page(child.id(), part);
    }

    /** @param offers what can be taken up now, the best first */
    Block entitled(List<ChildEntitlements.Line> lines, List<ProposalView> offers, boolean writes) {
        Map<String, ProposalView> best = offers.stream()
                .collect(Collectors.toMap(ProposalView::measure, Function.identity(), (one, other) -> one));
        List<Block.Row> rows = lines.stream()
                .filter(line -> line.state() == EntitlementState.NOT_REACHED)
                .map(line -> entitled(line, Optional.ofNullable(best.get(line.measure())), writes))
                .toList();
        Block.Card card = Block.Card.of(
                        words.text("page.child.entitled"), new Block.Rows(rows, words.text("page.child.entitled.none")))
                .at("entitled");
        return rows.isEmpty() ? card : card.mark().badge(Badge.of(words.number(rows.size()), Tone.RUN));
    }

    private Block.Row entitled(ChildEntitlements.Line line, Optional<ProposalView> offer, boolean writes) {
        List<String> why = new ArrayList<>(line.reasons());
        offer.ifPresent(o -> {
            why.add(o.name());
            if (o.placesLeft() != null) {
                why.add(words.count("page.child.places.", o.placesLeft()));
            }
            if (o.activity() != null) {
                why.add(words.date(o.activity().starts()));
            }
        });
        Block.Row row = Block.Row.of(
                "alert-triangle",
                Tone.RUN,
                line.number() + ". " + line.name(),
                String.join(" · ", why),
                "/measures/" + line.measure());
        return writes && offer.isPresent()
                ? row.actions(Action.post(words.text("page.child.propose"), page("proposals"))
                        .with("proposal", offer.get().code()))
                : row;
    }

    Block achievements(boolean writes) {
        List<Block.Row> rows = child.achievements().stream()
                .sorted((one, other) -> other.wonOn().compareTo(one.wonOn()))
                .map(this::achievement)
                .toList();
        Block.Card card = Block.Card.of(
                        words.text("page.child.tab.achievements"),
                        new Block.Rows(rows, words.text("page.child.achievements.none")))
                .at("achievements");
        Action compare = Action.link(words.text("page.norms.compare"), page("norms"));
        return writes
                ? card.actions(
                        compare,
                        Action.go(words.text("page.child.add"), page("achievements"))
                                .icon("plus"))
                : card.actions(compare);
    }

    private Block.Row achievement(AchievementEntry entry) {
        List<String> small = new ArrayList<>();
        small.add(words.text("level." + Json.name(entry.level())));
        if (entry.place() != null) {
            small.add(words.text("page.child.place", String.valueOf(entry.place())));
        } else if (Boolean.TRUE.equals(entry.prize())) {
            small.add(words.text("page.child.prize"));
        }
        small.add(words.date(entry.wonOn()));
        coach(entry).ifPresent(coach -> small.add(words.text("page.child.coached", coach)));
        Tone tone = entry.place() != null || Boolean.TRUE.equals(entry.prize()) ? Tone.OK : Tone.PLAIN;
        return Block.Row.of("award", tone, entry.event(), String.join(" · ", small), "");
    }

    private static Optional<String> coach(AchievementEntry entry) {
        return Stream.of(entry.coach(), entry.coachName())
                .filter(name -> name != null && !name.isBlank())
                .findFirst();
    }

    /** What is done with the whole record, each on a page that says first what follows. */
    Block acts() {
        List<String> acts = switch (child.state()) {
            case ACTIVE -> List.of("move", "departure");
            case LEFT -> List.of("return", "departure", "archive");
            case ARCHIVED -> List.of("unarchive");
            case MERGED -> List.of();
        };
        List<Action> buttons = new ArrayList<>(acts.stream()
                .map(act -> Action.go(words.text("page.child." + act), page(act)))
                .toList());
        if (child.state() == ChildState.LEFT || child.state() == ChildState.ARCHIVED) {
            buttons.add(Action.go(words.text("page.child.destruction"), "/destructions/new?id=" + child.id()));
        }
        return Block.Card.of(words.text("page.child.more"), new Block.Buttons(buttons));
    }

    /** Each purpose, with the consent that holds or the word that there is none. */
    Block consents() {
        List<Block.Row> rows = Arrays.stream(ConsentPurpose.values())
                .flatMap(purpose -> {
                    List<Block.Row> held = child.consents().stream()
                            .filter(c -> c.purpose() == purpose && holds(c))
                            .map(this::given)
                            .toList();
                    return held.isEmpty() ? Stream.of(missing(purpose)) : held.stream();
                })
                .toList();
        return Block.Card.of(words.text("page.child.tab.consents"), new Block.Rows(rows, ""))
                .at("consents")
                .actions(Action.link(words.text("page.child.all"), page("consents")));
    }

    private boolean holds(ConsentEntry consent) {
        return consent.withdrawnOn() == null && (consent.validTo() == null || !today.isAfter(consent.validTo()));
    }

    private Block.Row given(ConsentEntry consent) {
        List<String> small = new ArrayList<>();
        child.representatives().stream()
                .filter(r -> r.id().equals(consent.representativeId()))
                .map(Representative::name)
                .forEach(small::add);
        small.add(
                consent.validTo() == null
                        ? words.date(consent.givenOn())
                        : words.date(consent.givenOn()) + " – " + words.date(consent.validTo()));
        if (consent.deliverableId() != null) {
            small.add(words.text("page.child.consent.one-material"));
        }
        return Block.Row.of(
                "shield-check",
                Tone.OK,
                words.text("consent.purpose." + Json.name(consent.purpose())),
                String.join(" · ", small),
                "");
    }

    private Block.Row missing(ConsentPurpose purpose) {
        String name = Json.name(purpose);
        boolean needed = purpose == ConsentPurpose.PROCESSING;
        return Block.Row.of(
                purpose == ConsentPurpose.PUBLICITY ? "photo-off" : needed ? "alert-triangle" : "world-off",
                needed ? Tone.LATE : Tone.NONE,
                words.text("page.child.consent.missing", words.text("consent.purpose." + name)),
                words.text("page.child.consent.without." + name),
                "");
    }

    private Block.Row representative(Representative one) {
        String relation = words.text("child.word.relation." + Json.name(one.relation()));
        return person(
                "users", Tone.PLAIN, one.name(), relation, Optional.ofNullable(one.phone()), UnaryOperator.identity());
    }

    private Block.Row person(
            String icon, Tone tone, String name, String small, Optional<String> phone, UnaryOperator<String> shown) {
        return phone.map(p -> Block.Row.of(icon, tone, name, small + " · " + shown.apply(p), "")
                        .actions(Action.call(words.text("page.child.call", name), p)))
                .orElseGet(() -> Block.Row.of(icon, tone, name, small, ""));
    }

    /** Members of staff whom the page names. */
    Set<Long> staff() {
        Set<Long> staff = new LinkedHashSet<>();
        Optional.ofNullable(child.coordinator()).map(c -> c.staffId()).ifPresent(staff::add);
        child.achievements().stream()
                .map(AchievementEntry::coachId)
                .filter(Objects::nonNull)
                .forEach(staff::add);
        return staff;
    }

    /** @param phones of members of staff by their numbers */
    Block team(boolean writes, Map<Long, String> phones) {
        List<Block.Row> rows = new ArrayList<>();
        if (child.coordinator() == null || child.coordinator().name() == null) {
            rows.add(Block.Row.of("user-off", Tone.RUN, words.text("page.child.coordinator.none"), "", ""));
        } else {
            boolean acting = Boolean.TRUE.equals(child.coordinator().acting());
            String small = words.text(acting ? "page.child.coordinator" : "page.child.coordinator.ended")
                    + (child.coordinator().cabinet() == null
                            ? ""
                            : " · " + child.coordinator().cabinet());
            rows.add(person(
                    "user-check",
                    acting ? Tone.OK : Tone.RUN,
                    child.coordinator().name(),
                    small,
                    Optional.ofNullable(phones.get(child.coordinator().staffId())),
                    Phone::shown));
        }
        Map<String, Optional<String>> coaches = new LinkedHashMap<>();
        child.achievements()
                .forEach(entry -> coach(entry)
                        .ifPresent(
                                name -> coaches.putIfAbsent(name, Optional.ofNullable(phones.get(entry.coachId())))));
        coaches.forEach((name, phone) ->
                rows.add(person("school", Tone.PLAIN, name, words.text("page.child.coach"), phone, Phone::shown)));
        child.representatives().stream().map(this::representative).forEach(rows::add);
        Block.Card card = Block.Card.of(words.text("page.child.team"), new Block.Rows(rows, ""))
                .at("team");
        return writes
                ? card.actions(Action.link(words.text("page.child.coordinator.submit"), page("coordinator")))
                : card;
    }
}
