package kz.jolkarta.core.internal.db;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Derby's optimizer knows of the tables. By itself it gathers that for some tables and leaves others out, whose rows it then reads all for a single
 * key: of 67 000 steps of road maps, the two of one map took 320 ms, and 1 ms with statistics.
 */
final class Statistics implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Statistics.class);
    private static final int EVERY_MINUTES = 10;
    /** Fewer are read all in no time. */
    private static final long FEW = 500;

    private static final Pattern ROWS = Pattern.compile("numrows= (\\d+)");
    private static final String KNOWN = "select t.tablename, cast(x.statistics as varchar(254)) known"
            + " from sys.systables t join sys.sysschemas s on s.schemaid = t.schemaid"
            + " left join sys.sysstatistics x on x.tableid = t.tableid"
            + " where t.tabletype = 'T' and s.schemaname = current schema order by t.tablename";

    private final ConnectionSource source;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "jolkarta-statistics");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });

    Statistics(ConnectionSource source) {
        this.source = source;
    }

    /** Gathers now and from time to time, behind what else the node does. */
    void keep() {
        worker.scheduleWithFixedDelay(this::gather, 0, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    /** @return the tables whose statistics were gathered anew */
    List<String> gather() {
        List<String> gathered = new ArrayList<>();
        try (Connection connection = source.connection()) {
            for (Map.Entry<String, Long> table : known(connection).entrySet()) {
                if (!worker.isShutdown() && changed(table.getValue(), rows(connection, table.getKey()))) {
                    update(connection, table.getKey());
                    gathered.add(table.getKey());
                }
                connection.commit();
            }
        } catch (SQLException busy) {
            // The next time will do: a plan that is not the best is still right.
            LOG.debug("Statistics were not gathered: {}", busy.getMessage());
        }
        return gathered;
    }

    private static boolean changed(long known, long now) {
        return now >= FEW && (now > 3 * known / 2 || now < 2 * known / 3);
    }

    /** Rows of each table when its statistics were gathered, 0 for one without. */
    private static Map<String, Long> known(Connection connection) throws SQLException {
        Map<String, Long> known = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(KNOWN)) {
            while (rows.next()) {
                Matcher found = ROWS.matcher(rows.getString("known") == null ? "" : rows.getString("known"));
                known.merge(rows.getString("tablename"), found.find() ? Long.parseLong(found.group(1)) : 0, Long::max);
            }
        }
        return known;
    }

    private static long rows(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from \"" + table + "\" with ur")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void update(Connection connection, String table) throws SQLException {
        try (CallableStatement call =
                connection.prepareCall("call syscs_util.syscs_update_statistics(current schema, ?, null)")) {
            call.setString(1, table);
            call.execute();
        }
    }

    /** Waits for the table at work: a thread that is interrupted inside the engine stops the engine. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            worker.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
