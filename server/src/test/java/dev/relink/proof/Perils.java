package dev.relink.proof;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database as a node sees it that may die: at any statement, before a commit, or after a commit whose acknowledgement
 * it does not live to see. Once dead, nothing goes through until it is {@link #revive}d.
 */
final class Perils {

    /** Where it dies. */
    enum Moment {
        STATEMENT,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    private final DataSource dataSource;
    private @Nullable Moment moment;
    private int countdown;
    private boolean dead;

    /** What a planted bug makes of our statements. */
    UnaryOperator<String> rewriting = UnaryOperator.identity();

    Perils(DataSource real) {
        dataSource = proxy(DataSource.class, (method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                living();
            }
            Object answer = invoke(method, real, arguments);
            return answer instanceof Connection connection ? perilous(connection) : answer;
        });
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** @param countdown which statement, or which commit, counted from 1 */
    void arm(Moment at, int countdown) {
        this.moment = at;
        this.countdown = countdown;
    }

    /** It lives on: what was to kill it did not come. */
    void disarm() {
        moment = null;
    }

    /** A new node. @return whether the old one had died */
    boolean revive() {
        boolean wasDead = dead;
        dead = false;
        moment = null;
        return wasDead;
    }

    private Connection perilous(Connection real) {
        return proxy(Connection.class, (method, arguments) -> switch (method.getName()) {
            case "prepareStatement" -> {
                strike(Moment.STATEMENT);
                arguments[0] = rewriting.apply(String.valueOf(arguments[0]));
                yield invoke(method, real, arguments);
            }
            case "commit" -> {
                strike(Moment.BEFORE_COMMIT);
                Object done = invoke(method, real, arguments);
                strike(Moment.AFTER_COMMIT);
                yield done;
            }
            case "close" -> {
                if (dead && !real.getAutoCommit()) {
                    real.rollback();
                }
                yield invoke(method, real, arguments);
            }
            case "isClosed", "toString", "hashCode" -> invoke(method, real, arguments);
            default -> {
                living();
                yield invoke(method, real, arguments);
            }
        });
    }

    private void strike(Moment here) throws SQLException {
        living();
        if (moment == here && --countdown <= 0) {
            dead = true;
            living();
        }
    }

    private void living() throws SQLException {
        if (dead) {
            throw new SQLException("The node died", "08006");
        }
    }

    private interface Call {
        @Nullable
        Object of(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                Perils.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> call.of(method, arguments)));
    }

    private static @Nullable Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
