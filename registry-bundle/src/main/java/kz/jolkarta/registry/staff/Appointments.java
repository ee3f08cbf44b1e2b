package kz.jolkarta.registry.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.organisations.Organisation;
import kz.jolkarta.registry.organisations.Organisations;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Paging;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Coordinators of the methodical cabinets (clause 3): one acting at a time; an appointment ends by date and is never deleted. */
@Component(service = Appointments.class)
public final class Appointments {
    private static final String KIND = "appointment";

    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;
    private final Organisations organisations;

    @Activate
    public Appointments(
            @Reference Database database,
            @Reference Audit audit,
            @Reference OfficeClock clock,
            @Reference Organisations organisations) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.organisations = organisations;
    }

    /** The newest first. */
    List<Appointment> of(User user, long cabinet) {
        return database.read(tx -> {
            organisations.visible(tx, user, cabinet);
            return AppointmentStore.of(tx, cabinet);
        });
    }

    /** @throws Problem CONFLICT for an organisation that is no cabinet, or has another coordinator in these days; INVALID for staff of elsewhere */
    Appointment appoint(User user, long cabinet, AppointmentInput input) {
        input.check(clock.today());
        long id = database.nextId();
        return database.call(tx -> {
            Organisation found = organisations.visible(tx, user, cabinet);
            String territory = found.territory().code();
            user.require(Right.ORGANISATIONS_WRITE, territory);
            if (found.kind() != OrganisationKind.CABINET) {
                throw Problem.conflict("appointment.not-a-cabinet", found.name());
            }
            StaffMember member = StaffStore.find(tx, input.staffId(), user.require(Right.ORGANISATIONS_READ))
                    .map(StaffStore.Kept::member)
                    .filter(m -> m.organisationId() == cabinet)
                    .orElseThrow(() -> Problem.field("staffId", "appointment.staff-of-cabinet"));
            if (member.validTo() != null && member.validTo().isBefore(input.from())) {
                throw Problem.field("staffId", "appointment.staff-left", member.validTo());
            }
            AppointmentStore.lock(tx, cabinet);
            AppointmentStore.overlapping(tx, cabinet, input.from(), input.to()).ifPresent(other -> {
                throw Problem.conflict("appointment.one-acting", other.name(), other.from())
                        .with("appointment", other.id());
            });
            AppointmentStore.insert(tx, id, cabinet, input, user.id(), clock.now());
            audit.record(tx, user, new Audit.Entry(Audit.Action.CREATE, KIND, id, territory, "cabinet=" + cabinet));
            return AppointmentStore.find(tx, cabinet, id).orElseThrow();
        });
    }

    /** Ends an appointment with the day; one that is over stays as it is. */
    Appointment end(User user, long cabinet, long id, int version, LocalDate to) {
        return database.call(tx -> {
            String territory =
                    organisations.visible(tx, user, cabinet).territory().code();
            user.require(Right.ORGANISATIONS_WRITE, territory);
            AppointmentStore.lock(tx, cabinet);
            Appointment found = AppointmentStore.find(tx, cabinet, id).orElseThrow(Problem::notFound);
            if (to == null) {
                throw Problem.field("to", "record.required");
            }
            if (to.isBefore(found.from())) {
                throw Problem.field("to", "record.ends-before");
            }
            if (found.to() != null && found.to().isBefore(to)) {
                throw Problem.field("to", "appointment.over", found.to());
            }
            if (!AppointmentStore.end(tx, id, version, to)) {
                throw Difference.version(version, found.version());
            }
            audit.record(tx, user, new Audit.Entry(Audit.Action.UPDATE, KIND, id, territory, "to=" + to));
            return AppointmentStore.find(tx, cabinet, id).orElseThrow();
        });
    }

    /** Cabinets of the territory, each with its coordinator of today. */
    Page<AppointmentStore.Cabinet> cabinets(
            User user, Optional<String> territory, Optional<Boolean> covered, Paging page) {
        Scope own = user.require(Right.ORGANISATIONS_READ);
        Scope scope = territory.map(code -> own.within(Scope.of(code))).orElse(own);
        LocalDate today = clock.today();
        return page.page(
                database.read(tx -> AppointmentStore.cabinets(tx, scope, today, covered, page)),
                c -> Paging.key("", c.id()));
    }
}
