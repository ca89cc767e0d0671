package dev.relink.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import javax.sql.DataSource;

/** A data source that remembers the text of every statement prepared through it. */
public final class RecordedStatements {

    private final Set<String> statements = new ConcurrentSkipListSet<>();
    private final DataSource dataSource;

    public RecordedStatements(DataSource real) {
        dataSource = (DataSource) Proxy.newProxyInstance(
                RecordedStatements.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    Object answer = invoke(() -> method.invoke(real, arguments));
                    return answer instanceof Connection connection ? recorded(connection) : answer;
                });
    }

    private Connection recorded(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                RecordedStatements.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.add(String.valueOf(arguments[0]));
                    }
                    return invoke(() -> method.invoke(real, arguments));
                });
    }

    private interface Call {
        Object now() throws ReflectiveOperationException;
    }

    private static Object invoke(Call call) throws Throwable {
        try {
            return call.now();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** Every different statement so far. */
    public Set<String> statements() {
        return statements;
    }
}
