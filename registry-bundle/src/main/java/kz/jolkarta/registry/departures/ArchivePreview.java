package kz.jolkarta.registry.departures;

/**
 * What is kept of a child in the archive, in numbers; nothing is taken away by archiving.
 *
 * @param openAwards of the awards those that are not ended, refused or returned
 * @param openTasks tasks that are not done, which nobody is shown any more
 * @param childVersion the present one
 */
public record ArchivePreview(
        long categories,
        long talents,
        long achievements,
        long consents,
        long roadMaps,
        long activities,
        long awards,
        long openAwards,
        long openTasks,
        int childVersion) {}
