package kz.jolkarta.registry.demo;

import java.time.LocalDate;

/** What the demonstration needs of a child of the list. */
record DemoChild(long id, String territory, LocalDate born) {}
