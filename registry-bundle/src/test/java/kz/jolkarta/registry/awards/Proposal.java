package kz.jolkarta.registry.awards;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import kz.jolkarta.core.roadmap.FundingSource;

/** What is sent to propose an award, put together member by member; null is what is not given. */
public record Proposal(
        String type,
        Long child,
        Long staff,
        BigDecimal amount,
        Integer index,
        FundingSource source,
        LocalDate from,
        LocalDate to,
        String protocol,
        LocalDate protocolDate,
        Map<String, Object> fields) {
    public static Proposal toChild(String type, long child) {
        return new Proposal(type, child, null, null, null, null, null, null, null, null, Map.of());
    }

    public static Proposal toStaff(String type, long staff) {
        return new Proposal(type, null, staff, null, null, null, null, null, null, null, Map.of());
    }

    public Proposal worth(String tenge, FundingSource from) {
        return paid(new BigDecimal(tenge), null, from);
    }

    public Proposal indexed(int hundredths, FundingSource from) {
        return paid(null, hundredths, from);
    }

    public Proposal paid(BigDecimal tenge, Integer hundredths, FundingSource by) {
        return new Proposal(type, child, staff, tenge, hundredths, by, from, to, protocol, protocolDate, fields);
    }

    public Proposal during(LocalDate first, LocalDate last) {
        return new Proposal(type, child, staff, amount, index, source, first, last, protocol, protocolDate, fields);
    }

    public Proposal protocol(String number, LocalDate date) {
        return new Proposal(type, child, staff, amount, index, source, from, to, number, date, fields);
    }

    public Proposal field(String code, Object value) {
        return new Proposal(
                type, child, staff, amount, index, source, from, to, protocol, protocolDate, Map.of(code, value));
    }

    public AwardInput input() {
        return new AwardInput(
                type, child, staff, null, amount, index, source, null, null, from, to, protocol, protocolDate, fields);
    }
}
