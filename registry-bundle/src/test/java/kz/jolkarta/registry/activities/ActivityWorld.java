package kz.jolkarta.registry.activities;

import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.NothingMissed;
import kz.jolkarta.registry.attachments.Attachments;
import kz.jolkarta.registry.attachments.RecordFiles;
import kz.jolkarta.registry.awards.Quotas;
import kz.jolkarta.registry.children.Children;
import kz.jolkarta.registry.organisations.OrganisationChoice;
import kz.jolkarta.registry.organisations.Organisations;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.PlaceChoice;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.residence.Residences;
import kz.jolkarta.registry.staff.Staff;
import kz.jolkarta.registry.staff.StaffChoice;

/** The pages of activities with all that they stand on. */
final class ActivityWorld {
    final Activities activities;
    final Participants participants;
    final Rolls rolls;
    final ActivityPages pages;
    final ParticipantPages people;
    final SessionPages sessions;

    ActivityWorld(TestDatabase database, RecordWorld world) {
        activities = new Activities(world.ledger);
        participants = new Participants(world.ledger, activities);
        rolls = new Rolls(world.ledger, activities);
        Marks marks = new Marks(world.ledger, activities);
        Gazetteer gazetteer = new Gazetteer(database);
        Organisations organisations = new Organisations(database, world.audit(), world.clock, gazetteer);
        Staff staff = new Staff(database, world.audit(), world.clock, organisations);
        StaffChoice staffChoice = new StaffChoice(staff);
        TerritoryChoice territories = new TerritoryChoice(gazetteer, world.clock);
        ActivityForms forms = new ActivityForms(
                new PlaceChoice(gazetteer, world.clock), new OrganisationChoice(organisations), staffChoice);
        Children children = new Children(
                database,
                world.audit(),
                world.clock,
                gazetteer,
                TestTexts.ofClassPath(),
                new Residences(world.ledger, new Quotas(world.ledger)),
                new NothingMissed());
        Applicants applicants = new Applicants(children, staff, participants, territories);
        pages = new ActivityPages(
                world.ledger.measures(),
                activities,
                forms,
                new ActivityList(activities, territories, staffChoice),
                new ActivityCards(
                        participants, marks, forms, new RecordFiles(new Attachments(world.ledger)), territories));
        people = new ParticipantPages(world.ledger.measures(), activities, participants, applicants);
        sessions = new SessionPages(world.ledger.measures(), activities, rolls, marks, applicants);
    }
}
