package kz.jolkarta.core.internal.criteria;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.criteria.Criterion.And;
import kz.jolkarta.core.criteria.Criterion.Everyone;
import kz.jolkarta.core.criteria.Criterion.InCategory;
import kz.jolkarta.core.criteria.Criterion.Not;
import kz.jolkarta.core.criteria.Criterion.OfSex;
import kz.jolkarta.core.criteria.Criterion.Or;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.Sex;

/**
 * The same question put so that people can follow it: "not" stands only before a single condition, "and" within "and" is one list,
 * and what is always or never met is dropped.
 */
final class Normal {
    static final Criterion NOBODY = new Not(new Everyone());
    private static final Criterion EVERYONE = new Everyone();

    private Normal() {}

    static Criterion form(Criterion criterion) {
        return form(criterion, true);
    }

    private static Criterion form(Criterion criterion, boolean holds) {
        if (criterion instanceof Not not) {
            return form(not.of(), !holds);
        }
        if (criterion instanceof And and) {
            return list(and.all(), holds, holds);
        }
        if (criterion instanceof Or or) {
            return list(or.any(), holds, !holds);
        }
        if (criterion instanceof OfSex sex && !holds) {
            return new OfSex(sex.sex() == Sex.MALE ? Sex.FEMALE : Sex.MALE);
        }
        if (criterion instanceof InCategory in && holds && in.categories().size() > 1 && containsVulnerable(in)) {
            return vulnerableApart(in);
        }
        return holds ? criterion : new Not(criterion);
    }

    /** @param all whether every part must hold, or one of them */
    private static Criterion list(List<Criterion> parts, boolean hold, boolean all) {
        Criterion neutral = all ? EVERYONE : NOBODY;
        Criterion decisive = all ? NOBODY : EVERYONE;
        Set<Criterion> flat = new LinkedHashSet<>();
        for (Criterion part : parts) {
            Criterion formed = form(part, hold);
            if (formed.equals(decisive)) {
                return decisive;
            }
            if (all && formed instanceof And and) {
                flat.addAll(and.all());
            } else if (!all && formed instanceof Or or) {
                flat.addAll(or.any());
            } else if (!formed.equals(neutral)) {
                flat.add(formed);
            }
        }
        if (flat.isEmpty()) {
            return neutral;
        }
        List<Criterion> list = List.copyOf(flat);
        if (list.size() == 1) {
            return list.get(0);
        }
        return all ? new And(list) : new Or(list);
    }

    private static boolean containsVulnerable(InCategory in) {
        return in.categories().size() > Category.SOCIALLY_VULNERABLE.size()
                && in.categories().containsAll(Category.SOCIALLY_VULNERABLE);
    }

    private static Criterion vulnerableApart(InCategory in) {
        Set<Category> rest = java.util.EnumSet.copyOf(in.categories());
        rest.removeAll(Category.SOCIALLY_VULNERABLE);
        return new Or(List.of(new InCategory(rest), new InCategory(Category.SOCIALLY_VULNERABLE)));
    }
}
