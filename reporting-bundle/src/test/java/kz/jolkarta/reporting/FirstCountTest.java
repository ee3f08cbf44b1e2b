package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.figures.FigureStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(Node.Registry.class)
class FirstCountTest {
    private Node node;
    private FigureStore figures;

    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
        figures = new FigureStore(database);
        node.children(3, 1, Node.VILLAGE, "SPORT");
        node.child(9, Node.SEMEI);
    }

    @AfterEach
    void empty() {
        node.empty();
    }

    @Test
    void the_reports_of_regions_with_many_children_are_counted() {
        assertEquals(List.of(Node.ATYRAU), new FirstCount(node.reports, figures, 3).count());
    }

    @Test
    void those_of_regions_with_few_are_left_to_whoever_asks() {
        assertEquals(List.of(), new FirstCount(node.reports, figures, 4).count());
    }
}
