package kz.jolkarta.core.internal.criteria;

import java.time.Month;
import java.util.Locale;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.registry.AchievementLevel;

/** A rule of a kind of record in words. */
public final class Demands {
    private Demands() {}

    public static Message of(Rule rule, Measures.Installed measure) {
        if (rule instanceof Rule.Within within) {
            return within.first() == within.last()
                    ? Message.of("demand.within-month", month(within.first()))
                    : Message.of("demand.within", month(within.first()), month(within.last()));
        }
        if (rule instanceof Rule.Seated) {
            return Message.of("demand.seated");
        }
        if (rule instanceof Rule.OneAtATime) {
            return Message.of("demand.one-at-a-time");
        }
        if (rule instanceof Rule.LedBy led) {
            return Message.of("demand.led-by", Phrases.label("position.", led.position()));
        }
        if (rule instanceof Rule.At at) {
            return Message.of("demand.at", Selections.kinds(at.kinds()));
        }
        if (rule instanceof Rule.KeptFor kept) {
            return Message.of("demand.kept-for." + kept.level().name().toLowerCase(Locale.ROOT));
        }
        if (rule instanceof Rule.Certified) {
            return Message.of("demand.certified");
        }
        if (rule instanceof Rule.Most most) {
            return Message.of("demand.most", most.places());
        }
        if (rule instanceof Rule.Queued) {
            return Message.of("demand.queued");
        }
        if (rule instanceof Rule.Proved proved) {
            return Message.of("demand.proved", grounds(proved, measure.code()));
        }
        if (rule instanceof Rule.Monthly) {
            return Message.of("demand.monthly");
        }
        if (rule instanceof Rule.Protocolled) {
            return Message.of("demand.protocolled");
        }
        return coached((Rule.Coached) rule);
    }

    private static Message grounds(Rule.Proved proved, String measure) {
        // In the order of the codes, since the declaration's own need not be kept.
        return proved.grounds().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(ground -> Message.of(
                        "demand.ground",
                        Message.of(measure + ".choice." + proved.field() + "." + ground.getKey()),
                        Phrases.of(ground.getValue())))
                .reduce((left, right) -> Message.of("criterion.list.wide", left, right))
                .orElseThrow();
    }

    private static Message coached(Rule.Coached coached) {
        Message level = Phrases.level(coached.atLeast(), AchievementLevel.INTERNATIONAL);
        return coached.withinMonths() == 0
                ? Message.of("demand.coached-ever", level)
                : Message.of("demand.coached", level, coached.withinMonths());
    }

    private static Message month(Month month) {
        return Phrases.label("month.", month);
    }
}
