package org.waymark.events.store;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.events.Malformed;
import org.waymark.events.PersonId;

/** Keeps names in the table {@code people}. */
final class JdbcPeople implements People {

    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final Dialect dialect;

    JdbcPeople(JdbcClient jdbc, Dialect dialect) {
        this.jdbc = jdbc;
        this.dialect = dialect;
    }

    @Override
    public void name(PersonId id, String name) {
        if (name.isBlank() || name.length() > LONGEST) {
            throw Malformed.because("name", name, "1 to 200 characters");
        }
        jdbc.sql(dialect.namePerson()).params(id.value(), name.strip()).update();
    }

    @Override
    public void blank(PersonId id) {
        jdbc.sql("DELETE FROM people WHERE id = ?").param(id.value()).update();
    }

    @Override
    public Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        jdbc.sql("SELECT id, name FROM people").query(row -> {
            names.put(row.getString(1), row.getString(2));
        });
        return names;
    }
}
