package kz.jolkarta.registry.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.registry.children.NameKey;

/** What a row says beside the child's own row: categories, talents, representative and consent are added or ended, never wiped. */
final class BesideChild {
    private final long batch;
    private final LocalDate today;
    private final LongSupplier ids;
    private final Work work;

    BesideChild(long batch, LocalDate today, LongSupplier ids, Work work) {
        this.batch = batch;
        this.today = today;
        this.ids = ids;
        this.work = work;
    }

    /** @return the names of what changed */
    Set<String> say(Known child, Line line, Map<String, Object> before) {
        Set<String> changed = new LinkedHashSet<>();
        line.categories().forEach((category, holds) -> {
            Optional<Known.OpenCategory> open = child.categories.stream()
                    .filter(c -> c.category() == category)
                    .findFirst();
            if (holds && open.isEmpty()) {
                begin(child, category);
                changed.add("categories");
            } else if (!holds && open.isPresent()) {
                end(child, open.get(), before);
                changed.add("categories");
            }
        });
        for (Line.Talent talent : line.talents()) {
            if (child.talents.add(Known.talent(talent.field(), talent.subject()))) {
                Map<String, Object> row = row(child);
                row.put("field", talent.field());
                row.put("subject", talent.subject());
                row.put("today", today);
                work.talents.add(row);
                changed.add("talents");
            }
        }
        Optional<Long> representative = Optional.empty();
        if (!line.representative().isEmpty()) {
            representative = Optional.of(representative(child, line, before, changed));
        }
        if (line.consent().isPresent() && child.consents.add(line.consent().get())) {
            Map<String, Object> row = row(child);
            row.put("representative", representative);
            row.put("given", line.consent().get());
            work.consents.add(row);
            changed.add("consents");
        }
        return changed;
    }

    private Map<String, Object> row(Known child) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", ids.getAsLong());
        row.put("child", child.id);
        row.put("batch", batch);
        return row;
    }

    private void begin(Known child, Category category) {
        Map<String, Object> row = row(child);
        row.put("category", category);
        row.put("today", today);
        work.categories.add(row);
        child.categories.add(new Known.OpenCategory((Long) row.get("id"), category, Optional.empty()));
    }

    private void end(Known child, Known.OpenCategory open, Map<String, Object> before) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", open.id());
        row.put("today", today);
        work.endedCategories.add(row);
        child.categories.remove(open);
        List<Object> ended = new ArrayList<>();
        ended.add(open.id());
        ended.add(open.to().map(LocalDate::toString).orElse(null));
        ended.add(today.toString());
        Decisions.merge(before, "+categories", new ArrayList<Object>(List.of(ended)));
    }

    private long representative(Known child, Line line, Map<String, Object> before, Set<String> changed) {
        String key = NameKey.of(line.representative());
        Optional<Known.Person> known =
                child.representatives.stream().filter(p -> p.key().equals(key)).findFirst();
        if (known.isEmpty()) {
            Map<String, Object> row = row(child);
            row.put("name", line.representative());
            row.put("relation", line.relation().isEmpty() ? "OTHER" : line.relation());
            row.put("phone", line.phone().isEmpty() ? null : line.phone());
            work.representatives.add(row);
            child.representatives.add(
                    new Known.Person((Long) row.get("id"), key, (String) row.get("relation"), line.phone()));
            changed.add("representatives");
            return (Long) row.get("id");
        }
        Known.Person person = known.get();
        String phone = line.phone().isEmpty() ? person.phone() : line.phone();
        String relation = line.relation().isEmpty() ? person.relation() : line.relation();
        if (!phone.equals(person.phone()) || !relation.equals(person.relation())) {
            Map<String, Object> row = new HashMap<>();
            row.put("id", person.id());
            row.put("phone", phone.isEmpty() ? null : phone);
            row.put("relation", relation);
            work.changedRepresentatives.add(row);
            child.representatives.remove(person);
            child.representatives.add(new Known.Person(person.id(), key, relation, phone));
            Decisions.merge(
                    before,
                    "+representatives",
                    new ArrayList<Object>(
                            List.of(List.of(person.id(), person.phone(), person.relation(), phone, relation))));
            changed.add("representatives");
        }
        return person.id();
    }
}
