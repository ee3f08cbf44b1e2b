package kz.jolkarta.core.internal.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatisticsTest {
    @TempDir
    private Path log;

    private static void insert(Connection connection, int from, int to) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into step (id, map) values (?, ?)")) {
            for (int id = from; id < to; id++) {
                insert.setInt(1, id);
                insert.setInt(2, id / 2);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    @Test
    void areGatheredForATableThatHasNoneAndAgainWhenItHasGrown() throws SQLException {
        try (DerbySource source = DerbySource.inMemory("statistics", log.resolve("derby.log"));
                Connection connection = source.connection();
                Statistics statistics = new Statistics(source)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table step (id int primary key, map int not null)");
                statement.execute("create index step_map on step (map)");
                statement.execute("create table small (id int primary key)");
                statement.execute("insert into small values 1, 2, 3");
            }
            insert(connection, 0, 2000);
            assertEquals(List.of("STEP"), statistics.gather());
            assertEquals(List.of(), statistics.gather());
            insert(connection, 2000, 2900);
            assertEquals(List.of(), statistics.gather(), "less than half as many again");
            insert(connection, 2900, 4000);
            assertEquals(List.of("STEP"), statistics.gather());
            try (Statement statement = connection.createStatement()) {
                statement.execute("delete from step where id >= 1000");
            }
            connection.commit();
            assertEquals(List.of("STEP"), statistics.gather());
        }
    }
}
