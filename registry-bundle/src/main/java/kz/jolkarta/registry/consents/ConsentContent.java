package kz.jolkarta.registry.consents;

import java.util.List;
import java.util.Objects;
import kz.jolkarta.core.Problem;
import kz.jolkarta.registry.records.Checks;

/**
 * What a consent says (Law № 94-V of 21.05.2013, article 8).
 *
 * @param operator who processes the data; may be left to the node's settings
 * @param bin the operator's number of 12 digits; "" as above
 * @param subject whose data, and who consents
 * @param aim what the data are for
 * @param data list of the data
 * @param thirdParties whether they go to others
 * @param recipients to whom they go; needed when they do
 * @param crossBorder whether they leave the country
 * @param publication whether they are published in open sources
 * @param term how long the consent holds
 */
public record ConsentContent(
        Wording operator,
        String bin,
        Wording subject,
        Wording aim,
        List<Wording> data,
        Boolean thirdParties,
        Wording recipients,
        Boolean crossBorder,
        Boolean publication,
        Wording term) {
    private static final int MOST = 50;

    public ConsentContent {
        operator = Wording.or(operator);
        bin = bin == null ? "" : bin.strip();
        subject = Wording.or(subject);
        aim = Wording.or(aim);
        data = data == null ? List.of() : data.stream().filter(Objects::nonNull).toList();
        recipients = Wording.or(recipients);
        term = Wording.or(term);
    }

    /** @throws Problem INVALID with everything that is wrong */
    void check() {
        Checks checks = new Checks();
        operator.check(checks, "operator", false);
        checks.that(bin.isEmpty() || bin.matches("\\d{12}"), "bin", "consent.bin");
        subject.check(checks, "subject", true);
        aim.check(checks, "aim", true);
        checks.that(!data.isEmpty(), "data", "record.required");
        checks.that(data.size() <= MOST, "data", "record.too-many", MOST);
        for (int i = 0; i < data.size(); i++) {
            data.get(i).check(checks, "data[" + i + "]", true);
        }
        checks.required("thirdParties", thirdParties);
        recipients.check(checks, "recipients", Boolean.TRUE.equals(thirdParties));
        checks.required("crossBorder", crossBorder);
        checks.required("publication", publication);
        term.check(checks, "term", true);
        checks.done();
    }
}
