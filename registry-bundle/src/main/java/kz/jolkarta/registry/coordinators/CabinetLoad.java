package kz.jolkarta.registry.coordinators;

import java.time.Instant;

/**
 * The load of a cabinet and its coordinator of today. Members that are null are absent in JSON.
 *
 * @param territory KATO code of the cabinet
 * @param staffId the coordinator; null for a cabinet without one
 * @param children active ones in the load; one for whom nobody is named is in the load of the district's cabinet and of the region's
 * @param named those of them for whom the coordinator is named
 * @param gifted those of them with a talent on record
 * @param approvedMaps their road maps that hold now
 * @param overdueSteps planned steps of these maps past their term
 * @param openTasks what somebody has still to do for them
 * @param lastActivity when a child of the load or a road map of one was changed last
 */
public record CabinetLoad(
        long cabinetId,
        String cabinet,
        String territory,
        Long staffId,
        String coordinator,
        long children,
        long named,
        long gifted,
        long approvedMaps,
        long overdueSteps,
        long openTasks,
        Instant lastActivity) {}
