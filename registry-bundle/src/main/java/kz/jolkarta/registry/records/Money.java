package kz.jolkarta.registry.records;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.roadmap.FundingSource;

/** Money: whole tiyn in the database, tenge with two decimals for people; its source is one that the clause allows. */
public final class Money {
    /** A thousand milliard tenge: more than any measure costs, far from the end of the numbers. */
    private static final BigDecimal MOST = new BigDecimal("1000000000000");

    private Money() {}

    /** @throws Problem INVALID below 0, beyond 10¹² tenge or finer than a tiyn */
    public static long tiyn(String field, BigDecimal tenge) {
        if (tenge.signum() < 0 || tenge.compareTo(MOST) > 0) {
            throw Problem.field(field, "record.amount-range");
        }
        if (tenge.stripTrailingZeros().scale() > 2) {
            throw Problem.field(field, "record.amount-fine");
        }
        return tenge.movePointRight(2).longValueExact();
    }

    public static BigDecimal tenge(long tiyn) {
        return BigDecimal.valueOf(tiyn, 2);
    }

    /**
     * Checks an amount together with its source.
     *
     * @param amount null when no money is meant
     * @param source null when none is given
     * @return the amount in tiyn, empty when no money is meant
     * @throws Problem INVALID for money without a source, or from one that the clause does not allow
     */
    public static Optional<Long> lawful(Installed measure, BigDecimal amount, FundingSource source) {
        if (source != null) {
            source(measure, source);
        }
        if (amount == null) {
            return Optional.empty();
        }
        long tiyn = tiyn("amount", amount);
        if (tiyn > 0 && measure.clause().sources().isEmpty()) {
            throw Problem.field("amount", "record.source-none", measure.clause().number());
        }
        if (tiyn > 0 && source == null) {
            throw Problem.field("source", "record.source-needed", sources(measure));
        }
        return Optional.of(tiyn);
    }

    /** @throws Problem INVALID naming the sources that the clause allows */
    public static void source(Installed measure, FundingSource source) {
        Set<FundingSource> lawful = measure.clause().sources();
        if (lawful.isEmpty()) {
            throw Problem.field("source", "record.source-none", measure.clause().number());
        }
        if (!lawful.contains(source)) {
            throw Problem.field(
                    "source",
                    "record.source-unlawful",
                    name(source),
                    measure.clause().number(),
                    sources(measure));
        }
    }

    private static Message sources(Installed measure) {
        return Words.list(
                measure.clause().sources().stream().sorted().map(Money::name).toList());
    }

    public static Message name(FundingSource source) {
        return Message.of("record.source." + Moves.code(source));
    }
}
