package kz.jolkarta.measure.centres;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.registry.Venue;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** A centre for gifted children, one for each configuration: the seven of the clause ship as features, others are files beside them. */
@Component(configurationPid = "kz.jolkarta.centre", configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Centre.Config.class, factory = true)
public final class Centre implements Venue {
    /** What is known of a centre; only territory and name must be given. */
    @ObjectClassDefinition
    @interface Config {
        /** KATO code of 9 digits: the region, or the settlement where it stands. */
        String territory();

        @AttributeDefinition(name = "name.kk")
        String name_kk();

        String name_ru() default "";

        String name_en() default "";

        /** The day it opened, ISO 8601. */
        String opened() default "";

        int capacity() default 0;

        String director() default "";

        String bin() default "";

        String address() default "";

        /** The document by which it was created; needed outside the seven regions of the clause. */
        String ground() default "";

        /** Tells centres of one territory apart. */
        String key() default "";
    }

    /** Almaty, Shymkent, Almaty region, Atyrau, Zhambyl, Turkistan, North Kazakhstan. */
    private static final Set<String> OF_THE_CLAUSE = Set.of("75", "79", "19", "23", "31", "61", "59");

    private final Card card;

    @Activate
    public Centre(Config config) {
        String named = config.name_kk();
        card = new Card(
                config.key().isBlank() ? config.territory() : config.key(),
                OrganisationKind.CENTRE,
                config.territory(),
                new Text(named, config.name_ru(), config.name_en()),
                config.ground().strip(),
                config.opened().isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(config.opened())),
                config.capacity(),
                config.director(),
                config.bin(),
                config.address());
    }

    @Override
    public Card card() {
        return card;
    }

    @Override
    public List<Message> objections() {
        boolean lawful = card.territory().length() == 9
                && OF_THE_CLAUSE.contains(card.territory().substring(0, 2));
        return lawful || !card.ground().isEmpty() ? List.of() : List.of(Venue.groundMissing(card.territory()));
    }
}
