package dev.relink.platform.database;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Statements whose plan the database keeps, where all others are planned anew each time: for what is asked at every poll
 * and finds one row by its key, whatever the tables hold. Planning would take longer than asking.
 */
public final class KeptPlans extends JdbcTemplate {

    /** After so many times on one connection. */
    private static final int FROM = 5;

    private KeptPlans(DataSource dataSource) {
        super(dataSource);
    }

    public static JdbcClient of(DataSource dataSource) {
        return JdbcClient.create(new KeptPlans(dataSource));
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        statement.unwrap(PGStatement.class).setPrepareThreshold(FROM);
    }
}
