package kz.jolkarta.registry.departures;

import java.time.LocalDate;
import java.util.List;
import kz.jolkarta.registry.activities.SeatShift;
import kz.jolkarta.registry.awards.AwardShift;
import kz.jolkarta.registry.roadmaps.MapClosing.Closed;

/**
 * What goes along with a departure.
 *
 * @param activities places and turns that are given back
 * @param awards places of quotas and turns for them that are given back
 * @param monthly awards that end with the last day
 * @param roadMaps approved maps, closed when a conclusion is sent
 * @param undecided awards that are proposed or with the commission: they stay, whoever decides on them is to know
 */
public record Effects(
        List<Seat> activities, List<Given> awards, List<Given> monthly, List<RoadMap> roadMaps, List<Given> undecided) {
    /** @param state of the participation before, by its code */
    public record Seat(
            long participationId,
            long activityId,
            String measure,
            String type,
            String title,
            LocalDate starts,
            String state) {}

    /** @param state of the award before, by its code @param until its last day before; null for none */
    public record Given(long awardId, String measure, String type, String state, LocalDate until) {}

    public record RoadMap(long id, int schoolYear) {}

    public Effects {
        activities = List.copyOf(activities);
        awards = List.copyOf(awards);
        monthly = List.copyOf(monthly);
        roadMaps = List.copyOf(roadMaps);
        undecided = List.copyOf(undecided);
    }

    static Effects of(
            List<SeatShift> seats,
            List<AwardShift> awards,
            List<AwardShift> monthly,
            List<Closed> maps,
            List<Given> undecided) {
        return new Effects(
                seats.stream().map(Effects::seat).toList(),
                awards.stream().map(Effects::given).toList(),
                monthly.stream().map(Effects::given).toList(),
                maps.stream().map(m -> new RoadMap(m.map(), m.schoolYear())).toList(),
                undecided);
    }

    private static Seat seat(SeatShift seat) {
        return new Seat(
                seat.participation(),
                seat.activity(),
                seat.measure(),
                seat.type(),
                seat.title(),
                seat.starts(),
                code(seat.state()));
    }

    private static Given given(AwardShift award) {
        return new Given(award.award(), award.measure(), award.type(), code(award.state()), award.until());
    }

    private static String code(Enum<?> state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }
}
