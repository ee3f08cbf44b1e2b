package kz.jolkarta.registry.destruction;

import java.time.LocalDate;
import java.util.Optional;

/** Which acts a list holds; an empty member means all. @param from the earliest date of the act @param until the latest */
record ActFilter(
        Optional<String> territory, Optional<Act.State> state, Optional<LocalDate> from, Optional<LocalDate> until) {}
